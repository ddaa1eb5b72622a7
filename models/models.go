// Package models holds the weights that the program is built with. Beside each
// file stands its card: a JSON file of the same name that says what it was
// fitted on, under which licences, with which settings, when and how well.
package models

import "embed"

// English is the quick reader's weights, by file name.
//
//go:embed en
var English embed.FS
