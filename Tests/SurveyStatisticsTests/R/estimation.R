# Writes estimation.json: means, totals, shares with their intervals, ratios, quantiles, variances,
# covariances, contrasts and indices by R's survey package on survey.csv, in many designs.
# Run in this folder: Rscript estimation.R
suppressPackageStartupMessages({library(survey); library(jsonlite)})
d <- read.csv("survey.csv")
d$people <- c(400, 700, 1800, 650)[d$stratum]            # people of a stratum, as population sizes
d$few <- c(400, 700, 260, 650)[d$stratum]
d$share1 <- ave(d$psu, d$stratum, FUN = function(x) length(unique(x))) / d$fpc1
# The last cluster alone in a stratum, taken out of 4; with certain, out of 1.
d$alone <- ifelse(d$psu == max(d$psu), 9, d$stratum)
d$fpc_alone <- ifelse(d$alone == 9, 4, d$fpc1)
d$fpc_certain <- ifelse(d$alone == 9, 1, d$fpc1)
# Below the weight of the least value these rules take the next one in R; the least has at least
# that share below or at it, as `quantile` knows.
for (rule in c("qrule_math", "qrule_school", "qrule_hf3")) local({
  original <- getFromNamespace(rule, "survey")
  assignInNamespace(rule, function(x, w, p) {
    if (p < sum(w[x == min(x[w > 0])]) / sum(w)) min(x[w > 0]) else original(x, w, p)
  }, "survey")
})
levels <- c(.9, .95, .99)
num <- function(x) unname(c(x))

svy <- function(...) svydesign(..., data = d)
designs <- list(
  weights = svy(~1, weights = ~weight),
  people = svy(~1, strata = ~stratum, fpc = ~people),      # weights by population sizes
  people_weights = svy(~1, strata = ~stratum, fpc = ~few, weights = ~weight),
  equal = svy(~1),
  clusters = svy(~psu, weights = ~weight),
  ultimate = svy(~psu, strata = ~stratum, weights = ~weight),
  ultimate_fpc = svy(~psu, strata = ~stratum, weights = ~weight, fpc = ~fpc1),
  fractions = svy(~psu, strata = ~stratum, weights = ~weight, fpc = ~share1),
  stages = svy(~psu + household, strata = ~stratum, weights = ~weight, fpc = ~fpc1 + fpc2, nest = TRUE),
  stages_inclusion = svy(~psu + household, strata = ~stratum, fpc = ~fpc1 + fpc2, nest = TRUE))
lonely <- expand.grid(rule = c("remove", "certainty", "average", "adjust"), inside = c(FALSE, TRUE),
                      fpc = c("none", "alone", "certain"), stringsAsFactors = FALSE)
lonely <- rbind(lonely, data.frame(rule = "fail", inside = FALSE, fpc = c("none", "certain")))
alone <- list(
  none = svy(~psu, strata = ~alone, weights = ~weight),
  alone = svy(~psu, strata = ~alone, weights = ~weight, fpc = ~fpc_alone),
  certain = svy(~psu, strata = ~alone, weights = ~weight, fpc = ~fpc_certain))

domains <- list(list(col = NULL), list(col = "sex", level = "nu"), list(col = "area", level = "c"),
                list(col = "psu", level = "4"), list(col = "stratum", level = "2"))
within <- function(des, domain, vars) {
  keep <- Reduce(`&`, lapply(vars, function(v) !is.na(des$variables[[v]])))
  if (!is.null(domain$col)) keep <- keep & des$variables[[domain$col]] == domain$level
  subset(des, keep)
}
effects <- function(f, des, what) {
  e <- function(kind) tryCatch(num(deff(what(f, des, deff = kind))), error = function(e) NULL)
  list(deff = e(TRUE), deff_replace = e("replace"))
}
figure <- function(stat, var, domain, des, est, extra = list()) c(
  list(stat = stat, var = var, domain = domain$col, level = domain$level, value = num(coef(est)),
       se = num(SE(est)), df = degf(des), n = nrow(des)), extra)

# Korn and Graubard's interval with an effective size of at most n, Wilson's on n_e = p(1-p)/V, and
# the root of the scaled binomial deviance, which svyciprop(method = "likelihood") approximates.
intervals <- function(des, level) {
  m <- svymean(~happy, des); p <- num(coef(m)); v <- num(vcov(m)); n <- nrow(des); df <- degf(des)
  if (df < 1 || v <= 0) return(NULL)
  a <- (1 - level) / 2; t <- qt(1 - a, df); q <- p * (1 - p)
  size <- min(n, q / v * (qt(a, n - 1) / qt(a, df))^2)
  ne <- q / v; lambda <- n * v / q; limit <- t^2 * lambda * n / (n - 1)
  g <- function(mu) 2 * n * (p * log(p / mu) + (1 - p) * log((1 - p) / (1 - mu))) - limit
  root <- function(low, high) uniroot(function(l) g(plogis(l)), c(low, high), tol = 1e-14)$root
  r <- function(method) num(confint(svyciprop(~happy, des, method, level = level, df = df)))
  list(mean = r("mean"), xlogit = r("xlogit"), asin = r("asin"),
       asin_folds = asin(sqrt(p)) - t * sqrt(v) / 2 / sqrt(q) < 0 || asin(sqrt(p)) + t * sqrt(v) / 2 / sqrt(q) > pi / 2,
       beta = c(qbeta(a, size * p, size * (1 - p) + 1), qbeta(1 - a, size * p + 1, size * (1 - p))),
       beta_r = r("beta"), capped = q / v * (qt(a, n - 1) / qt(a, df))^2 > n,
       wilson = (p + t^2 / 2 / ne + c(-1, 1) * t / 2 / ne * sqrt(4 * ne * q + t^2)) / (1 + t^2 / ne),
       likelihood = plogis(c(root(qlogis(p) - 40, qlogis(p)), root(qlogis(p), qlogis(p) + 40))))
}
estimates <- function(des, domains) {
  out <- list(); add <- function(x) out[[length(out) + 1]] <<- x
  for (domain in domains) {
    try_figure <- function(make) tryCatch(make(), error = function(e) if (grepl("only one PSU", e$message))
      list(stat = "fail", domain = domain$col, level = domain$level) else stop(e))
    add(try_figure(function() {
      s <- within(des, domain, "minutes")
      m <- svymean(~minutes, s)
      figure("mean", "minutes", domain, s, m, c(effects(~minutes, s, svymean), list(
        ci = num(confint(m, df = degf(s))))))
    }))
    add(try_figure(function() {
      s <- within(des, domain, "minutes")
      figure("total", "minutes", domain, s, svytotal(~minutes, s), effects(~minutes, s, svytotal))
    }))
    add(try_figure(function() {
      s <- within(des, domain, "happy")
      figure("share", "happy", domain, s, svymean(~happy, s), c(effects(~happy, s, svymean), list(
        intervals = setNames(lapply(levels, intervals, des = s), levels))))
    }))
    add(try_figure(function() {
      s <- within(des, domain, c("minutes", "q2"))
      r <- svyratio(~minutes, ~q2, s, deff = TRUE)
      figure("ratio", "minutes", domain, s, r, list(deff = num(deff(r))))
    }))
  }
  out
}
quantiles <- function(des) {
  out <- list()
  p <- c(.1, .25, .5, .777, .9)
  for (domain in domains[1:3]) {
    s <- within(des, domain, "minutes")
    for (rule in c("math", "school", "hf7")) for (method in if (rule == "math") c("mean", "beta", "xlogit", "asin") else "mean") {
      q <- svyquantile(~minutes, s, p, interval.type = method, qrule = rule, df = degf(s))$minutes
      # The test leaves out where R's effective size is above n.
      capped <- sapply(q[, 1], function(x) {
        m <- svymean(~I(as.numeric(minutes <= x)), s); n <- nrow(s)
        num(coef(m)) * (1 - num(coef(m))) / num(vcov(m)) * (qt(.025, n - 1) / qt(.025, degf(s)))^2 > n
      })
      out[[length(out) + 1]] <- list(rule = rule, interval = method, domain = domain$col,
        level = domain$level, p = p, capped = num(capped), value = num(q[, 1]), lower = num(q[, 2]), upper = num(q[, 3]), se = num(q[, 4]))
    }
    for (rule in paste0("hf", 3:9)) out[[length(out) + 1]] <- list(rule = rule, domain = domain$col,
      level = domain$level, p = p, value = num(svyquantile(~minutes, s, p, qrule = rule, ci = FALSE)$minutes))
  }
  out
}
spreads <- function(des) lapply(domains[1:3], function(domain) {
  s <- within(des, domain, "minutes"); v <- svyvar(~minutes, s)
  list(domain = domain$col, level = domain$level, value = num(v)[1], se = num(SE(v)))
})
contrasts <- function(des) {
  s <- within(des, list(), "minutes")
  by <- svyby(~minutes, ~area, s, svymean, covmat = TRUE)
  one <- function(w) { c <- svycontrast(by, w); list(weights = w, value = num(coef(c)), se = num(SE(c))) }
  means <- svymean(~minutes + q1 + age, s)
  by_ratio <- svyby(~minutes, ~area, s, denominator = ~age, svyratio, covmat = TRUE)
  by_total <- svyby(~minutes, ~area, s, svytotal, covmat = TRUE)
  other <- function(by, w) { c <- svycontrast(by, w); list(value = num(coef(c)), se = num(SE(c))) }
  # Indices of complete items by area, and the contrast of them.
  index <- rowMeans(d[, c("q1", "q3", "q4")])
  by_index <- svyby(~index, ~area, update(des, index = index), svymean, covmat = TRUE)
  list(covariance = unname(vcov(by)), contrasts = lapply(list(c(1, -1, 0), c(-.5, -.5, 1), c(1, 1, 1) / 3), one),
       ratio = other(by_ratio, c(-.5, -.5, 1)), total = other(by_total, c(1, -1, 0)),
       index = other(by_index, c(1, 1, -2)),
       means = list(value = num(coef(means)), covariance = unname(as.matrix(vcov(means)))))
}
# Indices of items: complete items by svycontrast of a vector of means, items with their own missing
# answers by influence values written out, pooled answers as a ratio.
indices <- function(des) {
  out <- list()
  w <- weights(des)
  for (domain in domains[1:3]) {
    s <- within(des, domain, "q1")
    m <- svymean(~q1 + q3 + q4, s)
    c1 <- svycontrast(m, c(1, 1, 1) / 3); c2 <- svycontrast(m, c(.5, .25, .25))
    inside <- if (is.null(domain$col)) rep(TRUE, nrow(d)) else d[[domain$col]] == domain$level
    items <- c("q1", "q2", "minutes"); shares <- c(.5, .25, .25)
    parts <- mapply(function(v, share) {
      ok <- inside & !is.na(d[[v]]); total <- sum(w[ok]); mean <- sum(w[ok] * d[[v]][ok]) / total
      list(mean = share * mean, z = ifelse(ok, share * (d[[v]] - mean) / total, 0))
    }, items, shares, SIMPLIFY = FALSE)
    z <- rowSums(sapply(parts, `[[`, "z"))
    u <- update(des, z = z, sum = rowSums(d[, c("q1", "q2", "q3")], na.rm = TRUE),
                count = rowSums(!is.na(d[, c("q1", "q2", "q3")])))
    pooled <- svyratio(~sum, ~count, within(u, domain, "sum"))
    out[[length(out) + 1]] <- list(domain = domain$col, level = domain$level,
      complete = list(value = num(coef(c1)), se = num(SE(c1))),
      elements = list(value = num(coef(c2)), se = num(SE(c2))),
      missing = list(value = sum(sapply(parts, `[[`, "mean")), se = num(SE(svytotal(~z, u)))),
      pooled = list(value = num(coef(pooled)), se = num(SE(pooled))))
  }
  out
}
result <- list(designs = lapply(designs, function(des) list(
  df = degf(des), units = nrow(unique(des$cluster[1])), sum = sum(weights(des)), figures = estimates(des, domains),
  quantiles = quantiles(des), spreads = spreads(des), contrasts = contrasts(des), indices = indices(des))))
w <- weights(designs$weights)
result$weighting <- list(effect = 1 + mean((w - mean(w))^2) / mean(w)^2, size = sum(w)^2 / sum(w^2))
# Totals under "adjust" compare a lonely cluster with the mean of all clusters, as survey 4.4 does.
adjusted_total <- function(des, fpc, domain, inside) {
  s <- within(des, domain, "minutes"); y <- ifelse(is.na(d$minutes), 0, d$minutes)
  if (!is.null(domain$col)) y <- y * (d[[domain$col]] == domain$level)
  member <- !is.na(d$minutes) & (if (is.null(domain$col)) TRUE else d[[domain$col]] == domain$level)
  t <- tapply(y * d$weight, d$psu, sum); h <- tapply(d$alone, d$psu, unique)
  has <- tapply(member, d$psu, any)
  used <- h %in% h[has]                    # strata with members
  centre <- mean(t[used])
  N <- if (fpc == "none") rep(Inf, length(t)) else tapply(d[[paste0("fpc_", fpc)]], d$psu, unique)
  sum(sapply(unique(h[used]), function(k) {
    i <- h == k; n <- sum(i); f <- if (is.infinite(N[i][1])) 1 else (N[i][1] - n) / N[i][1]
    lone <- n == 1 || (inside && sum(has[i]) == 1)
    f * (if (n > 1) n / (n - 1) else 1) * sum((t[i] - if (lone) centre else mean(t[i]))^2)
  }))
}
result$lonely <- lapply(seq_len(nrow(lonely)), function(k) {
  rule <- lonely$rule[k]; inside <- lonely$inside[k]; des <- alone[[lonely$fpc[k]]]
  options(survey.lonely.psu = rule, survey.adjust.domain.lonely = inside)
  figures <- suppressWarnings(estimates(des, domains))
  if (rule == "adjust") figures <- lapply(figures, function(f) {
    if (f$stat == "total") {
      f$se <- sqrt(adjusted_total(des, lonely$fpc[k], list(col = f$domain, level = f$level), inside))
      f$deff <- f$deff_replace <- NULL
    }
    f
  })
  c(as.list(lonely[k, ]), list(figures = figures))
})
write_json(result, "estimation.json", digits = I(17), auto_unbox = TRUE, na = "string")
