package main

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"runtime"

	"rapporteur/models"
)

// version is that of the program; CHANGELOG.md has an entry for each.
const version = "0.1.0-dev"

// versionCommand is "rapporteur version".
type versionCommand struct{}

// Run prints.
func (versionCommand) Run(s streams) error {
	sum, err := sumOf(models.English)
	if err != nil {
		return fmt.Errorf("looking at the built-in models: %w", err)
	}
	_, err = fmt.Fprintf(s.out, "rapporteur %s (%s, %s/%s)\nmodels     quick, SHA-256 %.6x…\n", version, runtime.Version(), runtime.GOOS, runtime.GOARCH, sum)
	return err
}

// sumOf names a set of files by their content: two programs with the same sum
// read alike.
func sumOf(files fs.FS) ([]byte, error) {
	sum := sha256.New()
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := fs.ReadFile(files, name)
		fmt.Fprintf(sum, "%s %d\n", name, len(content))
		sum.Write(content)
		return err
	})
	return sum.Sum(nil), err
}
