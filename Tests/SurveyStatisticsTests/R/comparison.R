# Writes comparison.json: two made-up waves of survey.csv compared and pooled by R's survey package, for
# the indicators that reports are made of.
#
# The second wave is that of waves.R. "panel": the same clusters in both waves. "fresh": other clusters
# in the second. "mixed": other clusters in strata 1 and 3 only. "people": no clusters, the same people.
# Each design is that of the stacked file; a stratum whose clusters are others is another stratum.
suppressPackageStartupMessages({library(survey); library(jsonlite)})
d <- read.csv("survey.csv")
n <- nrow(d); i <- seq_len(n)
d$person <- i
first <- transform(d, wave = 0)
second <- transform(d, wave = 1, weight = weight * (1 + (i %% 7) / 10),
  minutes = minutes * 0.9 + (i %% 5), q1 = pmin(5, pmax(1, q1 + (i %% 3) - 1)), q2 = q3)
second$minutes[i %% 13 == 0] <- NA
both <- rbind(first, second)

# All of q1 and q2 at 4 or 5: decided as soon as one of them is not.
yes <- function(q) ifelse(is.na(q), NA, as.numeric(q >= 4))
both$all <- with(both, ifelse(yes(q1) == 1 & yes(q2) == 1, 1, 0))
both$all[is.na(both$q2) & yes(both$q1) == 0] <- 0
both$points <- both$q1 + both$q4
both$top1 <- 100 * yes(both$q1); both$top2 <- 100 * yes(both$q2); both$top3 <- 100 * yes(both$q3)
both$sums <- rowSums(both[c("top1", "top2", "top3")], na.rm = TRUE)
both$counts <- rowSums(!is.na(both[c("top1", "top2", "top3")]))

num <- function(x) unname(c(x))
test <- function(value, se, df) {
  t <- value / se
  list(value = num(value), se = num(se), df = df, p = num(2 * pt(-abs(t), df)),
    lower = num(value - qt(.975, df) * se), upper = num(value + qt(.975, df) * se))
}
change <- function(formula, des, df) {
  a <- svyby(formula, ~wave, des, svymean, covmat = TRUE)
  c <- svycontrast(a, c(-1, 1)); test(coef(c), SE(c), df)
}
# A weighted sum of means of items with their own answers, linearised.
combination <- function(vars, coefficients, des, data, df) {
  full <- weights(des)
  z <- sapply(0:1, function(w) rowSums(mapply(function(v, k) {
    inside <- data$wave == w & !is.na(data[[v]])
    y <- ifelse(inside, data[[v]], 0); m <- sum((full * y)[inside]) / sum(full[inside])
    k * ifelse(inside, (y - m) / sum(full[inside]), 0)
  }, vars, coefficients)))
  m <- sapply(0:1, function(w) sum(mapply(function(v, k) {
    inside <- data$wave == w & !is.na(data[[v]]); k * weighted.mean(data[[v]][inside], full[inside])
  }, vars, coefficients)))
  s <- update(des, z0 = z[, 1], z1 = z[, 2])
  test(m[2] - m[1], SE(svytotal(~I(z1 - z0), s)), df)
}
compared <- function(des, data) {
  known <- subset(des, !is.na(all)); timed <- subset(des, !is.na(minutes))
  cells <- function(by) {
    s <- update(known, cell = paste(data[!is.na(data$all), by], data$wave[!is.na(data$all)]))
    a <- svyby(~all, ~cell, s, svymean, covmat = TRUE)
    groups <- sort(unique(data[[by]]))
    setNames(lapply(groups, function(g) {
      k <- rep(0, nrow(a)); names(k) <- rownames(a)
      k[paste(g, 0)] <- -1; k[paste(g, 1)] <- 1
      test(coef(svycontrast(a, k)), SE(svycontrast(a, k)), degf(known))
    }), groups)
  }
  ratio <- svyby(~sums, ~wave, des, denominator = ~counts, svyratio, covmat = TRUE)
  c <- svycontrast(ratio, c(-1, 1))
  list(all = change(~all, known, degf(known)), minutes = change(~minutes, timed, degf(timed)),
    items_equal = combination(c("top1", "top2", "top3"), rep(1 / 3, 3), des, data, degf(des)),
    element = combination(c("top1", "top2"), rep(1 / 2, 2), des, data, degf(des)),
    pooled = test(coef(c), SE(c), degf(des)),
    points = combination(c("q1", "q4"), c(1, 1), des, data, degf(des)),
    sex = cells("sex"))
}
whole <- function(des) {
  known <- subset(des, !is.na(all)); m <- svymean(~all, known)
  by <- svyby(~all, ~sex, known, svymean)
  list(value = num(coef(m)), se = num(SE(m)), df = degf(known),
    sex = list(nam = list(value = num(coef(by)[1]), se = num(SE(by)[1])),
      nu = list(value = num(coef(by)[2]), se = num(SE(by)[2]))))
}
other <- both$wave == 1 & both$stratum %in% c(1, 3)
both$psu_mixed <- ifelse(other, both$psu + 100, both$psu)
both$stratum_mixed <- ifelse(other, both$stratum + 100, both$stratum)
designs <- list(
  panel = svydesign(~psu, strata = ~stratum, weights = ~weight, data = both),
  fresh = svydesign(~interaction(psu, wave), strata = ~interaction(stratum, wave), weights = ~weight, data = both),
  mixed = svydesign(~psu_mixed, strata = ~stratum_mixed, weights = ~weight, data = both),
  people = svydesign(~person, strata = ~stratum, weights = ~weight, data = both))
result <- lapply(designs, function(des) list(change = compared(des, both), pooled = whole(des)))
write_json(result, "comparison.json", digits = I(17), auto_unbox = TRUE, pretty = TRUE, na = "null")
