# ThuocDo. "make" alone tells what there is.

SOURCES = Package.swift Sources Tests
DEMO = demo

# Tests that compare with other programs look for their results in a reference folder beside the
# checkout; "make test THUOCDO_REFERENCE=" goes without it.
ifeq ($(origin THUOCDO_REFERENCE),undefined)
ifneq ($(wildcard ../shared/golden/.),)
THUOCDO_REFERENCE := $(CURDIR)/../shared
endif
endif
ifneq ($(strip $(THUOCDO_REFERENCE)),)
export THUOCDO_REFERENCE
else
unexport THUOCDO_REFERENCE
endif

.PHONY: help setup demo test build release lint format clean

help:
	@echo 'make demo      chạy thử mọi bước trên số liệu giả lập, báo cáo cả năm đủ định dạng, trong thư mục $(DEMO)'
	@echo '               every step on made-up data, a year of reports in all formats, in the folder $(DEMO)'
	@echo 'make test      chạy toàn bộ kiểm thử / run all tests'
	@echo 'make build     biên dịch để phát triển / build for development'
	@echo 'make release   biên dịch bản tối ưu / build the optimised program'
	@echo 'make lint      kiểm tra cách trình bày mã / check the formatting'
	@echo 'make format    định dạng lại mã / format the code'
	@echo 'make clean     xóa kết quả biên dịch và thư mục $(DEMO) / remove builds and $(DEMO)'

# Installs what is missing by the package manager; says what it cannot install.
setup:
	@.ci/setup

build: setup
	swift build

# A debug build: quicker to make than a release, and fast enough for the demonstration.
demo: setup
	swift build --product thuocdo
	.build/debug/thuocdo demo $(DEMO) --force

release: setup
	swift build -c release --product thuocdo
	@echo .build/release/thuocdo

# The pipe would hide the outcome of the tests, so it goes through a file.
test: setup
	swift build --build-tests
	@{ swift test --skip-build 2>&1; echo $$? > .build/test.status; } | tee .build/test.log
	@skipped=$$(grep -cE '^[^ ]*➜[^ ]* Test .* skipped(\.|: )' .build/test.log); \
	if [ "$$skipped" -eq 0 ]; then \
	  echo 'Không bỏ qua kiểm thử nào. / No test was skipped.'; \
	elif [ -n "$$THUOCDO_REFERENCE" ]; then \
	  echo "Bỏ qua $$skipped kiểm thử. / $$skipped tests were skipped."; \
	else \
	  echo "Bỏ qua $$skipped kiểm thử vì không có số liệu đối chiếu (THUOCDO_REFERENCE)."; \
	  echo "$$skipped tests were skipped, for lack of reference data (THUOCDO_REFERENCE)."; \
	fi
	@exit $$(cat .build/test.status)

lint:
	swift format lint --strict --parallel --recursive $(SOURCES)

format:
	swift format --in-place --parallel --recursive $(SOURCES)

clean:
	swift package clean
	rm -rf $(DEMO)
