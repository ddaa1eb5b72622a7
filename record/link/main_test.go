package link_test

import "flag"

// verbose lists the pairs that tests of gold miss, too.
var verbose = flag.Bool("missed", false, "list what is missed, too")
