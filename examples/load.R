# Loads what "rapporteur export FOLDER" wrote: Rscript load.R FOLDER
# Base R is enough for the CSV tables; arrow::read_parquet(file.path(folder, "events.parquet")) gives them with their types.
folder <- commandArgs(trailingOnly = TRUE)[1]

# Takes off the apostrophe before what looks like a formula.
restore <- function(x) ifelse(grepl("^'+[-=+@＝＋－＠]", x), sub("^'", "", x), x)
table_of <- function(name) {
  rows <- read.csv(file.path(folder, paste0(name, ".csv")), fileEncoding = "UTF-8-BOM", colClasses = "character", na.strings = "")
  rows[] <- lapply(rows, restore)
  rows
}

# Events, each once: what is asserted, by month and type.
events <- table_of("events")
asserted <- events[events$status %in% c("happened", "ongoing") & is.na(events$attributed_to), ]
when <- ifelse(is.na(asserted$date_from), asserted$published, asserted$date_from)
print(table(month = substr(when, 1, 7), type = asserted$type))

# Counts of the killed, on whose word.
figures <- table_of("figures")
figures$value <- as.numeric(figures$value)
print(figures[figures$measure == "killed", c("measure", "value", "place", "attributed_to", "publisher")])

# Who speaks, and about whom reports speak most.
quotes <- table_of("quotes")
print(quotes[, c("speaker", "content")])
print(head(table_of("actors")[, c("name", "kind", "reports", "names")], 10))
