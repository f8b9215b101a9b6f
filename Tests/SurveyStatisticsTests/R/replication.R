# Writes replication.json: what R survey makes of survey.csv with replicate weights.
# Random multipliers go to replication_bootstrap.csv, combined weights to replication_fay.csv.
suppressMessages({library(survey); library(jsonlite)})
d <- read.csv("survey.csv")
d$pair <- (d$psu + 1) %/% 2
set.seed(2026)

# svyquantile 4.1 takes the interval "mean" for replicate weights whatever is asked for.
limits_of_share <- function(sub, s, rule) {
  qrule <- get(paste0("qrule_", rule), envir = asNamespace("survey"))
  for (i in seq_len(nrow(s))) {
    ci <- survey:::woodruffCI(sub$variables$minutes, s[i, 1], NA, sub, qrule, .05, degf(sub),
                              method = "xlogit")
    s[i, 2:4] <- c(ci, diff(ci) / (2 * qt(.975, degf(sub))))
  }
  s
}

figures <- function(rep, quantile_types) {
  out <- list()
  put <- function(...) out[[length(out) + 1]] <<- list(...)
  one <- function(sub, domain, level) {
    for (v in c("q2", "minutes")) {
      f <- as.formula(paste0("~", v))
      m <- svymean(f, sub, na.rm = TRUE, deff = TRUE)
      r <- svymean(f, sub, na.rm = TRUE, deff = "replace")
      t <- svytotal(f, sub, na.rm = TRUE, deff = TRUE)
      known <- sub[!is.na(sub$variables[[v]]), ]
      put(stat = "mean", var = v, domain = domain, level = level, value = coef(m)[[1]],
          se = SE(m)[[1]], deff = attr(m, "deff")[[1]], deff_replace = attr(r, "deff")[[1]],
          df = degf(known), n = nrow(known))
      put(stat = "total", var = v, domain = domain, level = level, value = coef(t)[[1]],
          se = SE(t)[[1]], deff = attr(t, "deff")[[1]], df = degf(known), n = nrow(known))
    }
    p <- svyciprop(~happy, sub, method = "xlogit")
    put(stat = "prop", var = "happy", domain = domain, level = level, value = coef(p)[[1]],
        se = SE(p)[[1]], ci = as.vector(attr(p, "ci")), df = degf(sub), n = nrow(sub))
    q <- svyratio(~minutes, ~age, sub, na.rm = TRUE)
    # svyratio(deff = TRUE) stops for replicate weights; this is what it sets out to compute.
    answered <- sub[!is.na(sub$variables$minutes), ]
    answered$variables$rest <- answered$variables$minutes - coef(q)[[1]] * answered$variables$age
    rest <- svytotal(~rest, answered, deff = TRUE)
    put(stat = "ratio", num = "minutes", den = "age", domain = domain, level = level,
        value = coef(q)[[1]], se = SE(q)[[1]], deff = attr(rest, "deff")[[1]])
    for (type in quantile_types) for (rule in c("math", "school")) {
      s <- svyquantile(~minutes, sub, c(.253, .502, .8), na.rm = TRUE, interval.type = type,
                       qrule = rule)$minutes
      if (type == "xlogit") s <- limits_of_share(answered, s, rule)
      put(stat = "quantile", var = "minutes", type = type, rule = rule, domain = domain,
          level = level, p = c(.253, .502, .8), value = s[, 1], lower = s[, 2], upper = s[, 3],
          se = s[, 4])
    }
  }
  one(rep, NA, NA)
  for (domain in c("sex", "area")) for (level in sort(unique(d[[domain]]))) {
    one(rep[rep$variables[[domain]] == level, ], domain, level)
  }
  by <- svyby(~q2, ~area, rep, svymean, na.rm = TRUE, covmat = TRUE)
  put(stat = "covariances", var = "q2", domain = "area", value = unname(as.matrix(vcov(by))))
  a_b <- svycontrast(by, c(a = 1, b = -1))
  put(stat = "difference", var = "q2", domain = "area", value = coef(a_b)[[1]],
      se = SE(a_b)[[1]])
  cells <- svymean(~interaction(happy, sex), rep)
  put(stat = "cells", value = unname(as.matrix(vcov(cells))))
  list(type = rep$type, scale = rep$scale, rscales = rep$rscales, mse = isTRUE(rep$mse),
       df = degf(rep), figures = out)
}

one_stage <- svydesign(ids = ~psu, weights = ~weight, data = d)
strata <- svydesign(ids = ~psu, strata = ~stratum, weights = ~weight, fpc = ~fpc1, data = d)
stages <- svydesign(ids = ~psu + household, strata = ~stratum, weights = ~weight,
                    fpc = ~fpc1 + fpc2, data = d, nest = TRUE)
pairs <- svydesign(ids = ~psu, strata = ~pair, weights = ~weight, data = d)
lonely <- svydesign(ids = ~psu, strata = ~stratum, weights = ~weight,
                    data = d[d$stratum != 1 | d$psu == 1, ])
woodruff <- c("mean", "xlogit")

boot <- as.svrepdesign(strata, type = "bootstrap", replicates = 40)
multipliers <- as.matrix(boot$repweights)
write.csv(matrix(multipliers, nrow(d), dimnames = list(NULL, paste0("rep", 1:40))),
          "replication_bootstrap.csv", row.names = FALSE, quote = FALSE)
fay_made <- as.svrepdesign(pairs, type = "Fay", fay.rho = 0.3)
combined <- as.matrix(weights(fay_made, "analysis"))
combined <- matrix(combined, nrow(d),
                   dimnames = list(NULL, paste0("rep", seq_len(ncol(combined)))))
combined[] <- as.numeric(formatC(combined, digits = 17, format = "g"))
write.table(apply(combined, 2, formatC, digits = 17, format = "g", width = 1),
            "replication_fay.csv", sep = ",", row.names = FALSE, quote = FALSE)
fay <- svrepdesign(variables = d, weights = d$weight, repweights = combined, type = "Fay",
                   rho = 0.3, combined.weights = TRUE)

lonely_figures <- function(rule) {
  options(survey.lonely.psu = rule)
  on.exit(options(survey.lonely.psu = "fail"))
  rep <- as.svrepdesign(lonely, type = "JKn")
  m <- svymean(~q1, rep)
  t <- svytotal(~q1, rep)
  list(rule = rule, replicates = ncol(rep$repweights), mean = coef(m)[[1]],
       mean_se = SE(m)[[1]], total = coef(t)[[1]], total_se = SE(t)[[1]])
}

adjusted_figures <- function(rep) {
  rep <- postStratify(rep, ~sex, data.frame(sex = c("nam", "nu"), Freq = c(2100, 1500)))
  m <- svymean(~q1, rep)
  t <- svytotal(~happy, rep)
  s <- svytotal(~sex, rep)
  list(df = degf(rep), mean = coef(m)[[1]], mean_se = SE(m)[[1]], total = coef(t)[[1]],
       total_se = SE(t)[[1]], sex = as.vector(coef(s)))
}

result <- list(
  jk1 = figures(as.svrepdesign(one_stage, type = "JK1"), woodruff),
  jk1_mse = figures(as.svrepdesign(one_stage, type = "JK1", mse = TRUE), woodruff),
  jkn = figures(as.svrepdesign(strata, type = "JKn"), woodruff),
  jkn_stages = figures(suppressWarnings(as.svrepdesign(stages, type = "JKn")), woodruff),
  bootstrap = figures(boot, c(woodruff, "quantile")),
  fay = figures(fay, c(woodruff, "quantile")),
  adjusted = lapply(list(as.svrepdesign(strata, type = "JKn"), boot, fay), adjusted_figures),
  lonely = lapply(c("remove", "certainty", "adjust"), lonely_figures))
write(toJSON(result, auto_unbox = TRUE, digits = I(17), na = "null", pretty = 1),
      "replication.json")
