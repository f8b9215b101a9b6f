# Writes decisions.json: exact binomial power of a verdict (base R), and the means of groups that
# share clusters with their covariances (survey), from which ranks follow by Holm's method.
suppressMessages(library(survey)); library(jsonlite)
chance <- function(n, p, target = .8, alpha = .05) {
  met <- which(pbinom((0:n) - 1, n, target, lower.tail = FALSE) <= alpha)
  missed <- which(pbinom(0:n, n, target) <= alpha)
  (if (length(met)) pbinom(min(met) - 2, n, p, lower.tail = FALSE) else 0) +
    (if (length(missed)) pbinom(max(missed) - 1, n, p) else 0)
}
cases <- expand.grid(n = c(40, 120), p = c(.86, .9, .72, .68), power = c(.8, .9))
cases$further <- mapply(function(n, p, power) {
  size <- n
  while (chance(size, p) < power) size <- size + 1
  size - n
}, cases$n, cases$p, cases$power)
d <- read.csv("survey.csv")
# By area with shared clusters; by stratum as if people had been drawn one by one.
designs <- list(area = svydesign(~psu, strata = ~stratum, weights = ~weight, data = d),
  stratum = svydesign(~1, weights = ~weight, data = d))
ranks <- lapply(names(designs), function(by) {
  design <- designs[[by]]
  means <- svyby(~happy, as.formula(paste0("~", by)), design, svymean, covmat = TRUE)
  v <- vcov(means); m <- coef(means); k <- length(m)
  # Degrees of freedom of each group: clusters less strata with a row of it.
  df <- sapply(means[[by]], function(g) {
    rows <- d[d[[by]] == g, ]
    if (by == "area") length(unique(rows$psu)) - length(unique(rows$stratum)) else nrow(rows) - 1
  })
  pairs <- t(combn(k, 2))
  t <- apply(pairs, 1, function(x) abs(m[x[1]] - m[x[2]]) /
    sqrt(v[x[1], x[1]] + v[x[2], x[2]] - 2 * v[x[1], x[2]]))
  p <- 2 * pt(t, pmin(df[pairs[, 1]], df[pairs[, 2]]), lower.tail = FALSE)
  out <- lapply(c(.05, .5), function(alpha) {
    sure <- p.adjust(p, "holm") <= alpha
    above <- sapply(1:k, function(i) sum(sure & ((pairs[, 1] == i & m[pairs[, 2]] > m[i]) |
      (pairs[, 2] == i & m[pairs[, 1]] > m[i]))))
    below <- sapply(1:k, function(i) sum(sure & ((pairs[, 1] == i & m[pairs[, 2]] < m[i]) |
      (pairs[, 2] == i & m[pairs[, 1]] < m[i]))))
    list(alpha = alpha, first = unname(1 + above), last = unname(k - below))
  })
  list(by = by, means = unname(m), covariances = unname(v), ranks = out)
})
write_json(list(power = cases, ranks = ranks), "decisions.json", digits = 17, auto_unbox = TRUE,
  pretty = TRUE)
