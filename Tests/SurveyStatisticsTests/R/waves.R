# Writes waves.json: changes between two made-up waves of survey.csv by R's survey package.
#
# The second wave has other answers and weights. "panel": the same people in both waves, stacked
# into one file in which a cluster is one cluster. "fresh": the clusters of the second wave are
# others, so that strata are those of one wave. "rotated": the last two clusters of strata 1 and 3
# are replaced; R has no function for this, the formula is written out.
suppressPackageStartupMessages({library(survey); library(jsonlite)})
d <- read.csv("survey.csv")
n <- nrow(d); i <- seq_len(n)
first <- transform(d, wave = 0)
second <- transform(d, wave = 1, weight = weight * (1 + (i %% 7) / 10),
  happy = ifelse(i %% 11 == 0, NA, ifelse(i %% 4 == 0, 1 - happy, happy)),
  minutes = minutes * 0.9 + (i %% 5), q1 = pmin(5, pmax(1, q1 + (i %% 3) - 1)), q2 = q3)
second$minutes[i %% 13 == 0] <- NA
both <- rbind(first, second)
both$cell <- paste(both$sex, both$wave)

num <- function(x) unname(c(x))
one <- function(c) list(value = num(coef(c)), se = num(SE(c)))
stacked <- function(des) {
  happy <- subset(des, !is.na(happy)); timed <- subset(des, !is.na(minutes))
  cell <- svyby(~happy, ~cell, happy, svymean, covmat = TRUE)   # nam 0, nam 1, nu 0, nu 1
  share <- svyby(~happy, ~wave, happy, svymean, covmat = TRUE)
  minutes <- svyby(~minutes, ~wave, timed, svymean, covmat = TRUE)
  ratio <- svyby(~minutes, ~wave, timed, denominator = ~age, svyratio, covmat = TRUE)
  total <- svyby(~minutes, ~wave, timed, svytotal, covmat = TRUE)
  # Index of two items with their own answers, linearised by hand.
  vars <- c("q1", "q2"); full <- weights(des)
  z <- sapply(0:1, function(w) rowSums(sapply(vars, function(v) {
    inside <- both$wave == w & !is.na(both[[v]])
    y <- ifelse(inside, both[[v]], 0); m <- sum((full * y)[inside]) / sum(full[inside])
    ifelse(inside, (y - m) / sum(full[inside]), 0) * 0.5
  })))
  m <- sapply(0:1, function(w) mean(sapply(vars, function(v) {
    inside <- both$wave == w & !is.na(both[[v]]); weighted.mean(both[[v]][inside], full[inside])
  })))
  s <- update(des, z0 = z[, 1], z1 = z[, 2])
  list(
    share = list(change = one(svycontrast(share, c(-1, 1))), covariance = unname(vcov(share)),
      relative = one(svycontrast(share, quote(`1` / `0` - 1)))),
    mean = list(change = one(svycontrast(minutes, c(-1, 1))), covariance = unname(vcov(minutes)),
      relative = one(svycontrast(minutes, quote(`1` / `0` - 1)))),
    ratio = list(change = one(svycontrast(ratio, c(-1, 1)))),
    total = list(change = one(svycontrast(total, c(-1, 1)))),
    groups = list(nam = one(svycontrast(cell, c(-1, 1, 0, 0))), nu = one(svycontrast(cell, c(0, 0, -1, 1))),
      difference = one(svycontrast(cell, c(1, -1, -1, 1)))),
    index = list(value = m[2] - m[1], se = num(SE(svytotal(~I(z1 - z0), s)))),
    df = degf(subset(des, !is.na(happy))))
}
designs <- list(
  panel = svydesign(~psu, strata = ~stratum, weights = ~weight, data = both),
  panel_twostage = svydesign(~psu + household, strata = ~stratum, fpc = ~fpc1 + fpc2, weights = ~weight,
                             data = both, nest = TRUE),
  fresh = svydesign(~interaction(psu, wave), strata = ~interaction(stratum, wave), weights = ~weight,
                    data = both))
result <- lapply(designs, stacked)

# Partial overlap by hand: v = sum over strata and clusters of the squared sum of both waves'
# deviations sqrt(n / (n - 1)) (t - mean t), a cluster that is in one wave having one of them.
third <- second
last <- function(h) tail(unique(d$psu[d$stratum == h]), 2)
renamed <- third$psu %in% c(last(1), last(3))
third$psu[renamed] <- third$psu[renamed] + 100
deviations <- function(x) {
  inside <- !is.na(x$happy); m <- weighted.mean(x$happy[inside], x$weight[inside])
  z <- ifelse(inside, x$weight * (x$happy - m), 0) / sum(x$weight[inside])
  t <- tapply(z, x$psu, sum); h <- tapply(x$stratum, x$psu, unique)
  n <- ave(t, h, FUN = length)
  list(mean = m, d = sqrt(n / (n - 1)) * (t - ave(t, h)))
}
a <- deviations(first); b <- deviations(third)
common <- intersect(names(a$d), names(b$d))
covariance <- sum(a$d[common] * b$d[common])
result$rotated <- list(change = list(value = b$mean - a$mean,
  se = sqrt(sum(a$d^2) + sum(b$d^2) - 2 * covariance)), covariance = covariance, common = length(common))
write_json(result, "waves.json", digits = I(17), auto_unbox = TRUE, pretty = TRUE, na = "null")
