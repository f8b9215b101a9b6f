# Writes weighting.json: adjusted weights of survey.csv, and estimates with them in domains,
# by R survey 4.1-1 (R 4.2.2). Run in this folder: Rscript weighting.R
suppressMessages(library(survey))
library(jsonlite)

d <- read.csv("survey.csv")
d$band <- cut(d$age, c(0, 35, 55, 100), labels = c("young", "middle", "old"))
d$equal <- ave(d$weight, d$psu, d$household)
one <- svydesign(ids = ~psu, strata = ~stratum, weights = ~weight, data = d)
two <- svydesign(ids = ~psu + household, strata = ~stratum, weights = ~weight,
                 fpc = ~fpc1 + fpc2, data = d)
same <- svydesign(ids = ~psu + household, strata = ~stratum, weights = ~equal,
                  fpc = ~fpc1 + fpc2, data = d)

sex <- data.frame(sex = c("nam", "nu"), Freq = c(1650, 1900))
area <- data.frame(area = c("a", "b", "c"), Freq = c(1700, 1200, 650))
band <- data.frame(band = c("young", "middle", "old"), Freq = c(1000, 1150, 1400))
tight <- list(maxit = 5000, epsilon = 1e-12)
linear <- c("(Intercept)" = 3550, sexnu = 1900, age = 175000)
margins <- c("(Intercept)" = 3550, sexnu = 1900, areab = 1200, areac = 650,
             bandmiddle = 1150, bandold = 1400)
fit <- function(design, ...) calibrate(design, ~sex + age, linear, epsilon = 1e-12, ...)
raked <- function(design) calibrate(design, ~sex + area + band, margins, calfun = "raking",
                                    epsilon = 1e-12)

# The adjustment made last is projected first, which R does in the other order.
reversed <- function(design) {
  design$postStrata <- rev(design$postStrata)
  design
}

# Respondents of q2 stand for the others of their sex.
responded <- !is.na(d$q2)
cell <- function(x) ave(x, d$sex, FUN = sum)
corrected <- ifelse(responded, d$weight * cell(d$weight) / cell(d$weight * responded), 0)
nonresponse <- svydesign(ids = ~psu, strata = ~stratum, weights = corrected, data = d)

cases <- list(
  poststratified_one = postStratify(one, ~sex, sex),
  poststratified_two = postStratify(two, ~sex, sex),
  rake_one = rake(one, list(~sex, ~area, ~band), list(sex, area, band), tight),
  rake_two = rake(two, list(~sex, ~area, ~band), list(sex, area, band), tight),
  raking_one = raked(one),
  raking_two = raked(two),
  linear_one = fit(one),
  linear_two = fit(two),
  exponential_two = fit(two, calfun = "raking"),
  logit_two = fit(two, calfun = "logit", bounds = c(0.5, 1.6)),
  bounded_two = fit(two, calfun = "linear", bounds = c(0.9, 1.19)),
  bounded_one = fit(one, calfun = "linear", bounds = c(0.9, 1.19)),
  household_two = fit(same, aggregate.stage = 2),
  household_logit = fit(same, calfun = "logit", bounds = c(0.5, 2), aggregate.stage = 2),
  rescaled_logit = calibrate(one, ~sex + age, 50 * linear, calfun = "logit",
                             bounds = c(0.8, 1.3), epsilon = 1e-12),
  chain_two = reversed(calibrate(postStratify(two, ~area, area), ~sex + age, linear)),
  chain_three = reversed(postStratify(raked(fit(one)), ~area, area)),
  standardized_one = svystandardize(one, by = ~band, over = ~area, population = c(2, 3, 1)),
  standardized_all = svystandardize(two, by = ~band, over = ~1, population = c(2, 3, 1)),
  trimmed_one = trimWeights(one, lower = 6, upper = 40),
  trimmed_strict = trimWeights(one, lower = 6, upper = 40, strict = TRUE),
  trimmed_after = trimWeights(postStratify(two, ~sex, sex), lower = 4, upper = 45),
  nonresponse_known = nonresponse
)

domains <- list(all = rep(TRUE, nrow(d)), nu = d$sex == "nu", c = d$area == "c",
                nam_a = d$sex == "nam" & d$area == "a", psu1 = d$psu == 1)
variables <- c("q1", "q2", "happy", "minutes")

estimate <- function(design, domain, name) {
  formula <- as.formula(paste0("~", name))
  part <- subset(design, domains[[domain]])
  part <- subset(part, !is.na(part$variables[[name]]))
  mean <- svymean(formula, part, na.rm = TRUE, deff = TRUE)
  total <- svytotal(formula, part, na.rm = TRUE)
  list(domain = domain, variable = name, df = degf(part),
       n = sum(weights(part) != 0), mean = as.vector(coef(mean)), mean_se = as.vector(SE(mean)),
       deff = as.vector(deff(mean)), total = as.vector(coef(total)),
       total_se = as.vector(SE(total)))
}

result <- lapply(names(cases), function(name) {
  design <- cases[[name]]
  grid <- expand.grid(domain = names(domains), variable = variables, stringsAsFactors = FALSE)
  ratio <- svyratio(~q1, ~age, subset(design, d$sex == "nu"))
  w <- weights(design)
  influence <- sapply(area$area, function(a) {
    inside <- w * (d$area == a)
    inside * (d$q1 - sum(inside * d$q1) / sum(inside)) / sum(inside)
  })
  covariances <- unname(as.matrix(svyrecvar(influence, design$cluster, design$strata, design$fpc,
                                            postStrata = design$postStrata)))
  list(name = name, weights = as.vector(weights(design)),
       estimates = Map(function(a, b) estimate(design, a, b), grid$domain, grid$variable,
                       USE.NAMES = FALSE),
       ratio = as.vector(coef(ratio)), ratio_se = as.vector(SE(ratio)),
       covariances = covariances,
       contrast_se = sqrt(sum(outer(c(1, -2, 1), c(1, -2, 1)) * covariances)),
       sum_se = as.vector(SE(svytotal(~I(q1 + 2 * q3), subset(design, d$area == "b")))))
})
write(toJSON(result, auto_unbox = TRUE, digits = I(17), pretty = FALSE), "weighting.json")
