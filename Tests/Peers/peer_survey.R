#!/usr/bin/env Rscript
# The same work with R's survey package: svyby(svymean) for each item and grouping.
#
#   peer_survey.R DATA.csv [--items 26] [--limit-estimates N] [--table FILE]
#                 [--rake [--variance rake|calibration] | --districts]
#
# svymean gives share, standard error and design effect. The Korn-Graubard limits are added by qbeta
# for a whole grouping at once, which is faster than svyciprop, that would estimate every share again.
# After --limit-estimates the time for all estimates is extrapolated.

started <- proc.time()[["elapsed"]]
suppressPackageStartupMessages(library(survey))
GROUPINGS <- c("sex", "level", "age", "region", "occupation", "field", "service", "unit")
MARGINS <- c("sex", "age", "occupation")

arguments <- commandArgs(trailingOnly = TRUE)
option <- function(name, default = NULL) {
  place <- match(name, arguments)
  if (is.na(place)) default else arguments[place + 1]
}
flag <- function(name) name %in% arguments
data_file <- arguments[1]
table_file <- option("--table")
limit <- as.numeric(option("--limit-estimates", Inf))
variance <- option("--variance", "rake")
raking <- flag("--rake")
districts <- flag("--districts")
if (districts) {
  stratum <- "province"; items <- "satisfied"; satisfied <- 1; groupings <- "district"
} else {
  stratum <- "stratum"; satisfied <- 4
  items <- sprintf("q%02d", seq_len(as.integer(option("--items", 26))))
  groupings <- if (raking) "" else c("", GROUPINGS)
}

now <- function() proc.time()[["elapsed"]]
last <- now()
mark <- function() { seconds <- now() - last; last <<- now(); seconds }

columns <- unique(c(stratum, "psu", "weight", setdiff(groupings, ""), if (raking) MARGINS, items))
if (requireNamespace("data.table", quietly = TRUE)) {
  data.table::setDTthreads(as.integer(system2("nproc", stdout = TRUE)))
  data <- data.table::fread(data_file, select = columns, data.table = FALSE)
} else {
  data <- read.csv(data_file)[columns]
}
read_seconds <- mark()

for (item in items) data[[item]] <- as.integer(data[[item]] >= satisfied)
design <- svydesign(ids = ~psu, strata = reformulate(stratum), weights = ~weight, data = data)
if (raking) {
  stem <- sub("\\.csv$", "", data_file)
  margins <- lapply(MARGINS, function(name) {
    margin <- read.csv(paste0(stem, "-margin-", name, ".csv"))
    setNames(data.frame(margin[[1]], margin[[2]]), c(name, "Freq"))
  })
  if (variance == "calibration") {
    for (name in MARGINS) design$variables[[name]] <- factor(design$variables[[name]])
    margins <- lapply(margins, function(m) { m[[1]] <- factor(m[[1]]); m })
    design <- calibrate(design, lapply(MARGINS, reformulate), population = margins,
                        calfun = "raking", maxit = 200, epsilon = 1e-13)
  } else {
    design <- rake(design, lapply(MARGINS, reformulate), margins,
                   control = list(maxit = 1000, epsilon = 1e-14))
  }
}
setup_seconds <- mark()

# df of each group: PSUs less strata among those who answered.
degrees <- function(item, grouping) {
  answered <- !is.na(data[[item]])
  group <- if (grouping == "") rep(1L, sum(answered)) else data[[grouping]][answered]
  units <- unique(data.frame(group, psu = data$psu[answered], stratum = data[[stratum]][answered]))
  strata <- unique(units[c("group", "stratum")])
  list(df = as.vector(table(units$group)) - as.vector(table(strata$group)),
       n = as.vector(table(group)))
}

shares <- function(item, grouping) {
  formula <- reformulate(item)
  if (grouping == "") {
    found <- svymean(formula, design, na.rm = TRUE, deff = !raking)
    label <- ""; p <- as.vector(coef(found)); error <- as.vector(SE(found))
    effect <- if (raking) NA else as.vector(deff(found))
  } else {
    found <- svyby(formula, reformulate(grouping), design, svymean, na.rm = TRUE, deff = TRUE)
    label <- as.character(found[[1]]); p <- found[[2]]; error <- found[[3]]; effect <- found[[4]]
  }
  known <- degrees(item, grouping)
  ratio <- qt(0.025, known$n - 1) / qt(0.025, known$df)
  effective <- pmin(known$n, p * (1 - p) / error^2 * ratio^2)
  effective[p == 0 | p == 1] <- known$n[p == 0 | p == 1]
  data.frame(item, grouping, group = label, estimate = p, se = error,
             lower = ifelse(p > 0, qbeta(0.025, effective * p, effective * (1 - p) + 1), 0),
             upper = ifelse(p < 1, qbeta(0.975, effective * p + 1, effective * (1 - p)), 1),
             df = known$df, deff = effect, n = known$n)
}

blocks <- list()
done <- 0
for (item in items) for (grouping in groupings) {
  if (done >= limit) break
  block <- shares(item, grouping)
  blocks[[length(blocks) + 1]] <- block
  done <- done + nrow(block)
}
estimate_seconds <- mark()
table <- do.call(rbind, blocks)

number <- function(value) formatC(as.numeric(value), digits = 17, format = "g", width = 1)
in_all <- if (raking || districts) done else
  length(items) * (1 + sum(vapply(GROUPINGS, function(g) length(unique(data[[g]])), 0)))
status <- readLines("/proc/self/status")
peak <- as.numeric(gsub("[^0-9]", "", grep("^VmHWM", status, value = TRUE))) / 1024
total_seconds <- now()
extrapolated <- ""
if (done < in_all) {
  each <- estimate_seconds / done
  extrapolated <- sprintf(
    ', "setup_seconds": %.4f, "per_estimate_seconds": %.6f, "estimates_in_all": %d, "extrapolated_total_seconds": %.2f',
    setup_seconds, each, as.integer(in_all), total_seconds - estimate_seconds + each * in_all)
}
if (raking) extrapolated <- sprintf(', "rake_seconds": %.4f', setup_seconds)
cat(sprintf(paste0(
  '{"tool": "R survey", "version": "%s (R %s)", "task": "%s", "rows": %d, "cores": %s, ',
  '"estimates": %d, "read_seconds": %.4f, "compute_seconds": %.4f, "total_seconds": %.3f, ',
  '"peak_mb": %.1f, "checksum": {"estimates": %s, "standard_errors": %s}%s}\n'),
  as.character(packageVersion("survey")), getRversion(),
  if (raking) "rake" else if (districts) "districts" else "estimates", nrow(data),
  system2("nproc", stdout = TRUE), as.integer(done), read_seconds,
  setup_seconds + estimate_seconds, total_seconds, peak,
  number(sum(table$estimate)), number(sum(table$se)), extrapolated))
if (!is.null(table_file)) {
  for (name in c("estimate", "se", "lower", "upper", "deff")) table[[name]] <- number(table[[name]])
  write.csv(table, table_file, row.names = FALSE, quote = FALSE)
}
