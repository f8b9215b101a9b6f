# Writes planning.json: intervals, adjusted p values, sample sizes, allocations, plans of lot quality
# sampling and joint chances of Sampford's drawing, by base R from the answers in survey.csv.
# Run in this folder: Rscript planning.R
library(jsonlite)
d <- read.csv("survey.csv")

# Happy people by area and sex, as counts.
tab <- aggregate(cbind(x = happy, n = 1) ~ area + sex, d, sum)

midp <- function(x, n, alpha) {
  if (x == 0) return(0)
  uniroot(function(p) pbinom(x - 1, n, p, lower.tail = FALSE) - dbinom(x, n, p) / 2 - alpha,
          c(1e-12, 1 - 1e-12), tol = 1e-15)$root
}
intervals <- do.call(rbind, lapply(c(.9, .95, .99), function(level) {
  alpha <- (1 - level) / 2
  z <- qnorm(1 - alpha)
  do.call(rbind, lapply(seq_len(nrow(tab)), function(i) {
    x <- tab$x[i]; n <- tab$n[i]; p <- x / n
    cp <- binom.test(x, n, conf.level = level)$conf.int
    w <- prop.test(x, n, conf.level = level, correct = FALSE)$conf.int
    wc <- prop.test(x, n, conf.level = level, correct = TRUE)$conf.int
    nt <- n + z^2; pt <- (x + z^2 / 2) / nt
    data.frame(
      x, n, level,
      clopperPearson_lower = cp[1], clopperPearson_upper = cp[2],
      wilson_lower = w[1], wilson_upper = w[2],
      wilsonCorrected_lower = wc[1], wilsonCorrected_upper = wc[2],
      agrestiCoull_lower = pt - z * sqrt(pt * (1 - pt) / nt),
      agrestiCoull_upper = pt + z * sqrt(pt * (1 - pt) / nt),
      jeffreys_lower = qbeta(alpha, x + .5, n - x + .5),
      jeffreys_upper = qbeta(1 - alpha, x + .5, n - x + .5),
      midP_lower = midp(x, n, alpha), midP_upper = 1 - midp(n - x, n, alpha),
      wald_lower = p - z * sqrt(p * (1 - p) / n), wald_upper = p + z * sqrt(p * (1 - p) / n),
      logit_lower = plogis(qlogis(p) - z / sqrt(n * p * (1 - p))),
      logit_upper = plogis(qlogis(p) + z / sqrt(n * p * (1 - p))),
      arcsine_lower = sin(asin(sqrt(p)) - z / 2 / sqrt(n))^2,
      arcsine_upper = sin(asin(sqrt(p)) + z / 2 / sqrt(n))^2,
      one_sided_lower = binom.test(x, n, alternative = "greater", conf.level = level)$conf.int[1],
      one_sided_upper = binom.test(x, n, alternative = "less", conf.level = level)$conf.int[2],
      greater = binom.test(x, n, .6, alternative = "greater")$p.value,
      less = binom.test(x, n, .6, alternative = "less")$p.value,
      two_sided = binom.test(x, n, .6)$p.value)
  }))
}))

p <- sapply(seq_len(nrow(tab)), function(i) binom.test(tab$x[i], tab$n[i], .6)$p.value)
p <- c(p, .04, .04, .0001, 1, .3)
adjusted <- lapply(
  setNames(nm = c("holm", "hochberg", "hommel", "BH", "BY", "bonferroni")),
  function(m) p.adjust(p, m))
adjusted$p <- p

power <- expand.grid(p1 = c(.5, .7, .9), p2 = c(.6, .8, .95), power = c(.8, .9))
power <- power[power$p1 != power$p2, ]
power$n <- mapply(function(p1, p2, b) power.prop.test(
  p1 = p1, p2 = p2, power = b, tol = 1e-14)$n, power$p1, power$p2, power$power)

# The smallest n whose exact test decides rightly, by trying them all.
decide <- data.frame(
  target = c(.8, .8, .8, .6, .95, .5), truth = c(.9, .72, .84, .75, .85, .6),
  power = c(.8, .9, .8, .9, .8, .7))
first <- function(target, truth, power) {
  for (n in 1:5000) {
    x <- 0:n
    right <- if (truth > target) x[pbinom(x - 1, n, target, lower.tail = FALSE) <= .05]
             else x[pbinom(x, n, target) <= .05]
    if (length(right) && sum(dbinom(right, n, truth)) >= power) return(n)
  }
}
decide$n <- mapply(first, decide$target, decide$truth, decide$power)

lots <- expand.grid(upper = c(.8, .9), lower = c(.5, .65), risk = c(.05, .1))
lot <- function(upper, lower, risk) {
  for (n in 1:2000) {
    ok <- which(pbinom((0:n) - 1, n, upper) <= risk & pbinom((0:n) - 1, n, lower, FALSE) <= risk)
    if (length(ok)) return(c(n, max(ok) - 1))
  }
}
found <- mapply(lot, lots$upper, lots$lower, lots$risk)
lots$n <- found[1, ]; lots$d <- found[2, ]

# Strata of the made-up survey: people, and the spread of their minutes.
N <- as.vector(tapply(d$weight, d$stratum, sum))
S <- as.vector(tapply(d$minutes, d$stratum, sd, na.rm = TRUE))
cost <- c(3, 5, 4, 9)
share <- function(w) 200 * w / sum(w)
allocation <- list(N = N, S = S, cost = cost, n = 200, proportional = share(N), neyman = share(N * S),
                   cost_optimal = share(N * S / sqrt(cost)), square_root = share(sqrt(N)))

# Chances proportional to the clusters' weights; joint chances by listing all samples.
sizes <- as.vector(tapply(d$weight, d$psu, sum))
n <- 4
pi <- n * sizes / sum(sizes)
stopifnot(all(pi < 1))
sets <- combn(length(sizes), n)
chance <- apply(sets, 2, function(s) sum(1 - pi[s]) * prod(pi[s] / (1 - pi[s])))
chance <- chance / sum(chance)
joint <- outer(seq_along(sizes), seq_along(sizes), Vectorize(function(k, l) {
  sum(chance[colSums(sets == k) > 0 & colSums(sets == l) > 0])
}))

write_json(
  list(intervals = intervals, adjusted = adjusted, power = power, decide = decide, lots = lots,
       allocation = allocation,
       sampford = list(sizes = sizes, n = n, pi = pi, joint = joint)),
  "planning.json", digits = I(17), pretty = TRUE, auto_unbox = TRUE)
