# Writes scales.json: reliability and derived importance by R's survey package on survey.csv.
suppressPackageStartupMessages({library(survey); library(jsonlite)})
d <- read.csv("survey.csv")
d$total <- d$q1 + d$q2 + d$q3 + d$q4
designs <- list(
  twostage = svydesign(ids = ~psu + household, strata = ~stratum, fpc = ~fpc1 + fpc2,
                       weights = ~weight, data = d, nest = TRUE),
  ultimate = svydesign(ids = ~psu, strata = ~stratum, weights = ~weight, data = d, nest = TRUE))
designs$adjusted <- calibrate(designs$twostage, ~sex + age,
                              c("(Intercept)" = 3550, sexnu = 1900, age = 175000),
                              epsilon = 1e-12)

result <- lapply(designs, function(des) {
  alpha <- svycralpha(~q1 + q2 + q3 + q4, des, na.rm = TRUE)
  v <- svyvar(~q1 + q2 + q3 + q4 + total, des, na.rm = TRUE)
  # The variance matrix of the variances, in the order of the elements of v.
  x <- setNames(c(v)[c(1, 7, 13, 19, 25)], c("va", "vb", "vc", "vd", "vs"))
  stat <- structure(x, var = attr(v, "var")[c(1, 7, 13, 19, 25), c(1, 7, 13, 19, 25)],
                    class = "svystat", statistic = "variance")
  dimnames(attr(stat, "var")) <- list(names(x), names(x))
  linear <- svycontrast(stat, quote(4 / 3 * (1 - (va + vb + vc + vd) / vs)))
  # Correlations with q4, from the joint variance matrix.
  cors <- lapply(c("q1", "q2", "q3"), function(item) {
    f <- as.formula(paste0("~", item, "+q4"))
    v <- svyvar(f, des, na.rm = TRUE)
    x <- setNames(c(v)[c(1, 2, 4)], c("va", "vb", "vc"))
    stat <- structure(x, var = attr(v, "var")[c(1, 2, 4), c(1, 2, 4)], class = "svystat",
                      statistic = "variance")
    dimnames(attr(stat, "var")) <- list(names(x), names(x))
    r <- svycontrast(stat, quote(vb / sqrt(va * vc)))
    m <- svymean(as.formula(paste0("~", item)), des, na.rm = TRUE)
    list(r = unname(coef(r)), se = c(SE(r)), mean = unname(coef(m)), mean_se = c(SE(m)))
  })
  m <- svyglm(q4 ~ q1 + q2 + q3, des)
  sds <- sqrt(diag(as.matrix(coef(svyvar(~q1 + q2 + q3 + q4, des, na.rm = TRUE)))))
  list(alpha = c(alpha), alpha_se = c(SE(linear)), correlations = cors,
       beta = unname(coef(m)[-1] * sds[1:3] / sds[4]))
})
items <- na.omit(d[, c("q1", "q2", "q3", "q4")])
fit <- factanal(items, 1, control = list(opt = list(factr = 10)))
lambda <- unname(fit$loadings[, 1])
k <- ncol(items)
correlations <- cor(items); off <- correlations[row(correlations) != col(correlations)]
alpha <- k / (k - 1) * (1 - sum(apply(items, 2, var)) / var(rowSums(items)))
result$unweighted <- list(
  n = nrow(items), standardised = k / (k - 1) * (1 - k / sum(correlations)),
  lambda2 = (sum(off) + sqrt(k / (k - 1) * sum(off^2))) / sum(correlations),
  feldt = 1 - (1 - alpha) * qf(c(.975, .025), nrow(items) - 1, (nrow(items) - 1) * (k - 1)),
  loadings = abs(lambda),
  alpha = k / (k - 1) * (1 - sum(apply(items, 2, var)) / var(rowSums(items))),
  dropped = unname(sapply(1:k, function(i) {
    x <- items[, -i]; (k - 1) / (k - 2) * (1 - sum(apply(x, 2, var)) / var(rowSums(x)))})),
  item_total = unname(sapply(1:k, function(i) cor(items[, i], rowSums(items)))),
  item_rest = unname(sapply(1:k, function(i) cor(items[, i], rowSums(items[, -i])))),
  omega = sum(lambda)^2 / (sum(lambda)^2 + sum(fit$uniquenesses)))
write_json(result, "scales.json", digits = I(17), auto_unbox = TRUE, na = "null")
