# Writes association.json: svychisq of R's survey package with jackknife weights of survey.csv.
suppressPackageStartupMessages({library(survey); library(jsonlite)})
d <- read.csv("survey.csv")
result <- list()
for (mse in c(FALSE, TRUE)) {
  rep <- as.svrepdesign(svydesign(ids = ~psu, weights = ~weight, data = d), type = "JK1", mse = mse)
  tests <- list()
  for (formula in c(~sex + area, ~q1 + sex)) {
    for (s in c("F", "Chisq", "Wald", "adjWald")) {
      t <- svychisq(formula, rep, statistic = s)
      tests[[length(tests) + 1]] <- list(
        row = all.vars(formula)[1], col = all.vars(formula)[2], type = s,
        statistic = unname(c(t$statistic)), param = unname(c(t$parameter)), p = unname(c(t$p.value)))
    }
  }
  result[[if (mse) "about_sample" else "about_mean"]] <- list(mse = mse, scale = rep$scale,
    n_rep = ncol(rep$repweights), df = degf(rep), tests = tests)
}
write_json(result, "association.json", digits = I(17), auto_unbox = TRUE, na = "null")
