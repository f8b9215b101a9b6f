# Writes inference.json: tests and regressions of R's survey package on survey.csv.
suppressPackageStartupMessages({library(survey); library(jsonlite)})
d <- read.csv("survey.csv")
d$y <- d$minutes * 1000 + seq_len(nrow(d)) / 1000   # no ties
d$area2 <- ifelse(d$area == "a", "a", "b")
d$areab <- as.numeric(d$area == "b"); d$areac <- as.numeric(d$area == "c")
d$female <- as.numeric(d$sex == "nu")
d$wave <- c(a = 0, b = 1, c = 3)[d$area]
designs <- list(
  twostage = svydesign(ids = ~psu + household, strata = ~stratum, fpc = ~fpc1 + fpc2,
                       weights = ~weight, data = d, nest = TRUE),
  ultimate = svydesign(ids = ~psu, strata = ~stratum, weights = ~weight, data = d, nest = TRUE))
designs$adjusted <- calibrate(designs$twostage, ~sex + age,
                              c("(Intercept)" = 3550, sexnu = 1900, age = 175000),
                              epsilon = 1e-12)
tight <- glm.control(epsilon = 1e-15, maxit = 100)

table_of <- function(formula, des) {
  out <- list()
  for (s in c("F", "Chisq", "Wald", "adjWald")) {
    t <- svychisq(formula, des, statistic = s)
    out[[s]] <- list(statistic = unname(c(t$statistic)), parameter = unname(c(t$parameter)),
                     p = unname(c(t$p.value)))
  }
  out
}
model_of <- function(m, terms) {
  s <- summary(m)$coefficients
  w <- regTermTest(m, terms)
  list(coef = unname(coef(m)), se = unname(s[, 2]), p = unname(s[, 4]),
       vcov = unname(as.matrix(vcov(m))), df = m$df.residual,
       wald = list(F = c(w$Ftest), df = w$df, ddf = w$ddf, p = c(w$p)))
}
rank_of <- function(formula, des, test) {
  t <- svyranktest(formula, des, test = test)
  if (!is.null(t$ddf))   # R stores statistic and degrees of freedom the other way round
    list(chisq = c(t$parameter), ndf = c(t$statistic), ddf = t$ddf, p = c(t$p.value))
  else list(t = unname(c(t$statistic)), df = unname(t$parameter), difference = unname(t$estimate),
            p = unname(c(t$p.value)))
}
# Ranks of tied values by the weight below plus half the weight of the same value; svyranktest
# averages within ties without weights, which depends on the order of rows.
tied_rank_of <- function(des) {
  w <- weights(des); v <- des$variables$age
  des <- update(des, score = sapply(v, function(x) sum(w[v < x]) + sum(w[v == x]) / 2) / sum(w))
  m <- svyglm(score ~ female, des)
  list(t = unname(coef(m)[2] / SE(m)[2]), difference = unname(coef(m)[2]), df = m$df.residual)
}

result <- lapply(designs, function(des) {
  one <- svymean(~minutes, des, na.rm = TRUE)
  inside <- subset(des, !is.na(minutes))
  t1 <- unname((coef(one) - 14) / SE(one)[1])
  two <- svyttest(minutes ~ female, des)
  paired <- svymean(~I(q1 - q2), des, na.rm = TRUE)
  goodness <- svygofchisq(~area, c(.45, .35, .2), design = des)
  waves <- svyglm(q3 ~ factor(area) - 1, des)   # the means of the waves
  slope <- c(0, 1, 3) - 4 / 3; slope <- slope / sum(slope^2)
  trend <- list(coef = sum(slope * coef(waves)), se = sqrt(c(slope %*% vcov(waves) %*% slope)))
  means <- svymean(~minutes + q1 + q2 + female, des, na.rm = TRUE)
  list(
    covariance = unname(as.matrix(vcov(means))),
    chisq = list(sex_area = table_of(~sex + area, des), q2_area = table_of(~q2 + area, des),
                 # R keeps levels that a domain of adjusted weights does not have.
                 domain = if (is.null(des$postStrata)) table_of(~q1 + sex, subset(des, stratum > 2))),
    goodness = list(x2 = unname(c(goodness$statistic)), parameter = unname(goodness$parameter),
                    p = unname(c(goodness$p.value))),
    ttest = list(
      # svyttest takes df = degf - 1 here, which is one too few.
      one = list(t = t1, df = degf(inside), p = 2 * pt(-abs(t1), degf(inside)),
                 svyttest_df = unname(svyttest(I(minutes - 14) ~ 0, des, na.rm = TRUE)$parameter),
                 svyttest_t = unname(svyttest(I(minutes - 14) ~ 0, des, na.rm = TRUE)$statistic)),
      two = list(t = unname(two$statistic), df = unname(two$parameter), p = unname(two$p.value),
                 estimate = unname(two$estimate), ci = as.numeric(two$conf.int)),
      paired = list(mean = unname(coef(paired)), se = c(SE(paired)))),
    trend = list(slope = trend$coef, se = trend$se),
    rank = list(
      two = rank_of(y ~ female, des, "wilcoxon"), three = rank_of(y ~ area, des, "wilcoxon"),
      normal = rank_of(y ~ female, des, "vanderWaerden"), median = rank_of(y ~ area, des, "median"),
      tied = tied_rank_of(des)),
    linear = model_of(svyglm(minutes ~ age + female + areab + areac, des), ~areab + areac),
    logistic = model_of(svyglm(happy ~ age + female + areab + areac, des, family = quasibinomial(),
                               control = tight), ~areab + areac),
    domain_logistic = model_of(svyglm(happy ~ age + female, subset(des, area != "c"),
                                      family = quasibinomial(), control = tight), ~age + female),
    trend_logistic = model_of(svyglm(happy ~ wave, des, family = quasibinomial(), control = tight),
                              ~wave))
})
write_json(result, "inference.json", digits = I(17), auto_unbox = TRUE, na = "null")
