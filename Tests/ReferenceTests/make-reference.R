# Computes the reference results of the made-up interviews with R's package survey.
#
#   RECORD_REFERENCE=1 swift test --filter ReferenceTests   # writes Data/*.csv
#   Rscript make-reference.R                                 # in this folder; writes Results/*.json
#
# The indicators are defined here a second time, by hand from the questionnaires, so that the two
# programs share nothing but the data. "?reason" in a cell is a missing answer.
library(survey)
options(digits = 17)
level <- 0.90
seed <- 7

read <- function(id) {
  d <- read.csv(paste0("Data/", id, ".csv"), colClasses = "character", check.names = FALSE,
                encoding = "UTF-8", na.strings = character(0))
  if (is.null(d$trong_so)) d$trong_so <- 1 else d$trong_so <- as.numeric(d$trong_so)
  d
}
number <- function(x) suppressWarnings(as.numeric(ifelse(startsWith(x, "?"), NA, x)))
among <- function(x, codes, counted = character(0)) {
  y <- ifelse(startsWith(x, "?"), NA, as.numeric(x %in% codes))
  y[x %in% paste0("?", counted)] <- 0
  y
}
# 0 as soon as one is 0, 1 when all are 1, else unknown; unknown when nothing is known.
all_of <- function(...) {
  m <- cbind(...)
  zero <- rowSums(m == 0, na.rm = TRUE) > 0
  open <- rowSums(is.na(m)) > 0
  ifelse(zero, 0, ifelse(open, NA, 1))
}
# Right answers over questions asked.
test <- function(d, right, pass) {
  asked <- sapply(names(right), function(q) !(d[[q]] %in% c("?not-applicable", "?not-collected",
                                                            "?not-reached")))
  ok <- sapply(names(right), function(q) d[[q]] == right[[q]])
  n <- rowSums(asked)
  ifelse(n == 0, NA, as.numeric(rowSums(ok & asked) >= pass * n - 1e-9))
}
# The one-stop questionnaire declares no sample: its interviews came alone.
design <- function(d) {
  if (is.null(d$ap)) return(svydesign(ids = ~1, weights = ~trong_so, data = d))
  svydesign(ids = ~ap, strata = ~khu_vuc, weights = ~trong_so, data = d)
}

lines <- list()
keep <- function(indicator, scope, estimate, se, df, n, intervals = NULL) {
  lines[[length(lines) + 1]] <<- list(indicator, scope, estimate, se, df, n, intervals)
}

shares <- function(p, v, n, df, dom) {
  a <- (1 - level) / 2
  if (df < 1) return(NULL)
  if (min(p, 1 - p) < 1e-12) {
    p <- round(p)
    # NCHS 2017: all rows count when all agree.
    return(list(beta = c(qbeta(a, n * p, n * (1 - p) + 1), qbeta(1 - a, n * p + 1, n * (1 - p)))))
  }
  free <- p * (1 - p) / v * (qt(a, n - 1) / qt(a, df))^2
  e <- min(n, free)
  beta <- c(qbeta(a, e * p, e * (1 - p) + 1), qbeta(1 - a, e * p + 1, e * (1 - p)))
  if (free <= n) {
    r <- svyciprop(~y, dom, method = "beta", level = level, df = df)
    stopifnot(all(abs(as.vector(attr(r, "ci")) - beta) < 1e-12))
  }
  s <- p * (1 - p) / v
  t <- qt(1 - a, df)
  half <- t / (2 * s) * sqrt(4 * s * p * (1 - p) + t^2)
  wilson <- (p + t^2 / (2 * s) + c(-half, half)) / (1 + t^2 / s)
  x <- svyciprop(~y, dom, method = "xlogit", level = level, df = df)
  list(beta = beta, wilson = wilson, xlogit = as.vector(attr(x, "ci")))
}

# A mean of one value in each scope; with intervals when it is a share.
means <- function(d, indicator, y, share, groups, scope = "overall") {
  d$y <- y
  des <- design(d)
  one <- function(rows, scope) {
    rows <- rows & !is.na(d$y)
    if (!any(rows)) return(invisible())
    dom <- subset(des, rows)
    m <- svymean(~y, dom)
    df <- degf(dom); n <- sum(rows); v <- as.vector(vcov(m)); p <- as.vector(coef(m))
    keep(indicator, scope, p, sqrt(v), df, n, if (share) shares(p, v, n, df, dom))
  }
  one(rep(TRUE, nrow(d)), scope)
  for (g in groups) for (code in unique(d[[g]][!startsWith(d[[g]], "?")])) {
    one(d[[g]] == code, paste0(g, "=", code))
  }
}

# A weighted sum of item means, each over its own answers: delta method on totals.
combination <- function(d, indicator, items, weights, score, rows, scope) {
  x <- sapply(items, function(i) score(d[[i]]))
  any <- rowSums(!is.na(x)) > 0 & rows
  if (any(colSums(!is.na(x[any, , drop = FALSE])) == 0)) return(invisible())
  k <- length(items)
  tot <- ifelse(is.na(x), 0, x); obs <- 1 * !is.na(x)
  colnames(tot) <- paste0("t", 1:k); colnames(obs) <- paste0("o", 1:k)
  dd <- cbind(d, tot, obs)
  dom <- subset(design(dd), any)
  f <- as.formula(paste("~", paste(c(colnames(tot), colnames(obs)), collapse = "+")))
  s <- svytotal(f, dom)
  e <- paste0(sprintf("%.17g", weights), " * t", 1:k, " / o", 1:k, collapse = " + ")
  r <- svycontrast(s, list(r = parse(text = e)[[1]]))
  # The mean of a domain within one cluster has no variance; rounding leaves 1e-12 of it.
  se <- if (degf(dom) == 0) 0 else as.vector(SE(r))
  keep(indicator, scope, as.vector(coef(r)), se, degf(dom), sum(any))
}

# All answers together: a ratio of totals.
pooled <- function(d, indicator, items, score, rows, scope) {
  x <- sapply(items, function(i) score(d[[i]]))
  d$above <- rowSums(x, na.rm = TRUE); d$below <- rowSums(!is.na(x))
  any <- d$below > 0 & rows
  if (!any(any)) return(invisible())
  dom <- subset(design(d), any)
  r <- svyratio(~above, ~below, dom)
  keep(indicator, scope, as.vector(coef(r)), as.vector(SE(r)), degf(dom), sum(any))
}

scopes <- function(d, groups, run) {
  run(rep(TRUE, nrow(d)), "overall")
  for (g in groups) for (code in unique(d[[g]][!startsWith(d[[g]], "?")])) {
    run(d[[g]] == code, paste0(g, "=", code))
  }
}

index <- function(d, indicator, tree, rule, score, groups, detail = TRUE, parts = TRUE) {
  whole <- rep(TRUE, nrow(d))
  run <- function(elements, rows, scope) {
    items <- unlist(elements, use.names = FALSE)
    if (rule == "answers-pooled") return(pooled(d, indicator, items, score, rows, scope))
    w <- if (rule == "items-equal") rep(1 / length(items), length(items)) else
      unlist(lapply(elements, function(e) rep(1 / (length(elements) * length(e)), length(e))))
    combination(d, indicator, items, w, score, rows, scope)
  }
  everything <- unlist(tree, recursive = FALSE)
  scopes(d, groups, function(rows, scope) run(everything, rows, scope))
  if (parts) for (p in names(tree)) run(tree[[p]], whole, paste0("part:", p))
  if (detail) for (p in names(tree)) for (e in names(tree[[p]])) {
    run(tree[[p]][e], whole, paste0("element:", e))
    for (i in tree[[p]][[e]]) run(list(i), whole, paste0("item:", i))
  }
}

write <- function(id) {
  n17 <- function(x) sprintf("%.17g", x)
  rows <- sapply(lines, function(l) {
    i <- ""
    if (!is.null(l[[7]])) {
      i <- paste0(', "intervals": {', paste0(sapply(names(l[[7]]), function(m)
        paste0('"', m, '": [', paste(n17(l[[7]][[m]]), collapse = ", "), "]")), collapse = ", "),
        "}")
    }
    paste0('    {"indicator": "', l[[1]], '", "scope": "', l[[2]], '", "estimate": ', n17(l[[3]]),
           ', "se": ', n17(l[[4]]), ', "df": ', l[[5]], ', "n": ', l[[6]], i, "}")
  })
  con <- file(paste0("Results/", id, ".json"), open = "w", encoding = "UTF-8")
  writeLines(c("{", '  "program": "R package survey",',
    paste0('  "version": "survey ', packageVersion("survey"), ", R ", getRversion(), '",'),
    '  "script": "make-reference.R",', paste0('  "data": "Data/', id, '.csv",'),
    paste0('  "seed": ', seed, ","), '  "lines": [', paste(rows, collapse = ",\n"), "  ]", "}"),
    con, useBytes = TRUE)
  close(con)
  cat(id, length(lines), "figures\n")
  lines <<- list()
}

groups <- function(d) intersect(c("don_vi", "gioi_tinh", "loai_nguoi_tra_loi"), names(d))

# What people know of the reform.
d <- read("nhan-thuc-nguoi-dan"); g <- groups(d)
h <- lapply(d[c("h1", "h2", "h3")], among, codes = c("3", "4"))
hc <- lapply(d[c("h1", "h2", "h3")], among, codes = c("3", "4"), counted = "do-not-know")
support <- among(d$tiep_tuc_ung_ho, c("4", "5"), "do-not-know")
means(d, "hieu_ro", all_of(h$h1, h$h2, h$h3), TRUE, g)
means(d, "muc_dich", h$h1, TRUE, g)
means(d, "y_nghia", h$h2, TRUE, g)
means(d, "loi_ich", h$h3, TRUE, g)
means(d, "ung_ho", support, TRUE, g)
means(d, "hieu_ro_va_ung_ho", all_of(hc$h1, hc$h2, hc$h3, support), TRUE, g)
means(d, "diem_kien_thuc", test(d, list(k1 = "b", k2 = "c", k3 = "a", k4 = "d"), 0.7), TRUE, g)
means(d, "biet_den_cchc", among(d$da_nghe, "1"), TRUE, g)
for (code in as.character(1:9)) {
  y <- ifelse(startsWith(d$kenh_biet, "?"), NA,
              as.numeric(sapply(strsplit(d$kenh_biet, " "), function(x) code %in% x)))
  means(d, "kenh", y, TRUE, character(0), paste0("choice:", code))
}
means(d, "thuan_tien", among(d$muc_thuan_tien, c("3", "4")), TRUE, g)
means(d, "so_lan_trung_binh", number(d$so_lan_den), FALSE, g)
write("nhan-thuc-nguoi-dan")

# The nine points of the one-stop unit.
d <- read("mot-cua"); g <- groups(d)
m <- paste0("m", 1:9)
scopes(d, g, function(rows, scope)
  combination(d, "diem_mot_cua", m, rep(1, 9), number, rows, scope))
for (i in m) means(d, "diem_mot_cua", number(d[[i]]), FALSE, character(0), paste0("item:", i))
means(d, "hai_long", among(d$muc_hai_long, c("2", "3")), TRUE, g)
means(d, "rat_hai_long", among(d$muc_hai_long, "3"), TRUE, g)
means(d, "khong_hai_long", among(d$muc_hai_long, "1"), TRUE, g)
means(d, "muc_danh_gia", number(d$muc_hai_long), FALSE, g)
write("mot-cua")

# Satisfaction with the administration.
d <- read("sipas-2023"); g <- groups(d)
q <- function(letter, n) paste0(letter, 1:n)
tree <- list(
  chinh_sach = list(thong_tin = q("a", 2), co_hoi_tham_gia = q("b", 2),
                    to_chuc_thuc_hien = q("c", 9), ket_qua_tac_dong = q("d", 10)),
  dich_vu = list(tiep_can = q("e", 3), thu_tuc = q("f", 4), cong_chuc = q("g", 3),
                 ket_qua_dich_vu = q("h", 3), phan_anh_kien_nghi = q("i", 3)))
over5 <- function(x) number(x) / 5 * 100
over4 <- function(x) number(x) / 4 * 100
rescaled <- function(x) (number(x) - 1) / 4 * 100
top <- function(x) among(x, c("4", "5")) * 100
single <- function(id, items) {
  e <- as.list(items); names(e) <- paste0(id, "_", items)
  r <- list(e); names(r) <- id
  r
}
index(d, "sipas", tree, "items-equal", over5, g)
index(d, "ti_le_hai_long", tree, "items-equal", top, g)
index(d, "quan_tam", single("chin_chinh_sach", q("qt", 9)), "items-equal", over4, g)
index(d, "mong_doi", single("muoi_noi_dung", q("md", 10)), "items-equal", over4, g)
for (rule in c("elements-equal", "answers-pooled")) {
  index(d, paste0("sipas/", rule, "/mean-over-maximum"), tree, rule, over5, g, detail = FALSE)
  index(d, paste0("sipas/", rule, "/rescaled-mean"), tree, rule, rescaled, g, detail = FALSE)
}
means(d, "khong_phien_ha", among(d$phien_ha, "1"), TRUE, g)
means(d, "khong_chi_them", among(d$chi_them, "1"), TRUE, g)
for (code in as.character(1:7)) {
  y <- ifelse(startsWith(d$kenh_da_dung, "?"), NA,
              as.numeric(sapply(strsplit(d$kenh_da_dung, " "), function(x) code %in% x)))
  means(d, "kenh", y, TRUE, character(0), paste0("choice:", code))
}
write("sipas-2023")
