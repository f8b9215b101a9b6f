# Writes survey.csv: made-up answers of a stratified two-stage sample (seed 2026), with missing
# answers, unequal weights and strata of unequal size. Every other script here reads it.
set.seed(2026)
strata <- data.frame(stratum = 1:4, units = c(3, 4, 6, 5), population = c(12, 20, 40, 9))
rows <- list()
psu <- 0
for (h in seq_len(nrow(strata))) {
  for (j in seq_len(strata$units[h])) {
    psu <- psu + 1
    effect <- rnorm(1, 0, 0.5)
    households <- sample(8:30, 1)
    for (k in seq_len(sample(5:7, 1))) {
      for (person in seq_len(sample(1:3, 1))) {
        latent <- effect + 0.2 * h + rnorm(1)
        rows[[length(rows) + 1]] <- data.frame(
          stratum = h, psu = psu, household = k, fpc1 = strata$population[h], fpc2 = households,
          weight = round(strata$population[h] / strata$units[h] * households / 6 * runif(1, .6, 1.5), 4),
          sex = sample(c("nam", "nu"), 1), area = sample(c("a", "b", "c"), 1, prob = c(.5, .3, .2)),
          age = round(runif(1, 18, 80)),
          latent = latent)
      }
    }
  }
}
d <- do.call(rbind, rows)
n <- nrow(d)
item <- function(shift) pmin(5, pmax(1, round(3.4 + d$latent + shift + rnorm(n, 0, .7))))
d$q1 <- item(0.2); d$q2 <- item(-0.1); d$q3 <- item(0.4); d$q4 <- item(0)
d$minutes <- round(exp(2.5 + 0.3 * d$latent + rnorm(n, 0, .5)), 2)
d$happy <- as.integer(d$q1 >= 4)
d$q2[sample(n, 9)] <- NA
d$minutes[sample(n, 5)] <- NA
d$latent <- NULL
write.csv(d, "survey.csv", row.names = FALSE, na = "", quote = FALSE)
cat(n, "rows\n")
