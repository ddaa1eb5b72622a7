// Package ingest turns the outside world into articles: text files, standard
// input, HTML pages, addresses of the web.
//
//	a, err := ingest.File("report.txt", ingest.Source{})
//	a, err := ingest.Fetch(ctx, nil, "https://harbour-post.example/truce", ingest.Source{})
//
// Text is kept exactly: a UTF-8 file comes out byte for byte, so that the
// SHA-256 of the file is the ID of its article (a byte order mark in front is
// dropped and NUL becomes U+FFFD; package charset says why). Of an HTML page the
// text is its article (package page). What is known from outside goes into a
// Source and counts more than what is found inside.
//
// Odd text is no error. An empty file, a page without an article, bytes without
// meaning and a report in another language than English each give an Article
// with a Note. Errors are for what cannot be an article at all: a file that is
// not there, a page that the server refuses, a PDF; they say what to try.
//
// Many reports come in streams (package jsonl) and web archives (warc); feeds (feed),
// lists of them (opml) and sitemaps (sitemap) say where reports are, and package
// listing reads these three as one. Package fetch asks the web for all of them.
package ingest
