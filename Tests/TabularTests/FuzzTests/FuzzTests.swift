import Testing

@testable import Tabular

/// No input traps, hangs or brings anything out that is not UTF-8.
///
/// A test run takes some thousand inputs. For a long run:
/// `THUOCDO_FUZZ=10000000 swift test -c release -Xswiftc -enable-testing --filter FuzzTests`
@Suite struct FuzzTests {
  @Test func `readers and decoders bear any input`() {
    let parts = 64
    let seeds = FuzzRun.seeds
    for part in 0..<parts {
      let low = seeds.lowerBound + seeds.count * part / parts
      let high = seeds.lowerBound + seeds.count * (part + 1) / parts
      for seed in low..<high {
        if let fault = Self.fault(seed: seed) {
          Issue.record("seed \(seed): \(fault)")
          return
        }
      }
    }
  }

  /// What went wrong with one input, if anything.
  private static func fault(seed: Int) -> String? {
    let input = FuzzInput(seed: seed, workbooks: FuzzRun.workbooks)
    if input.isWorkbook { return workbookFault(input) }
    let guess = try? EncodingGuess(examining: .bytes(input.bytes), chunkSize: input.chunkSize)
    if let guess, guess.candidates.isEmpty { return "no candidate" }
    for encoding in Set([input.encoding, guess?.best ?? .utf8]) {
      if let fault = streamFault(input, encoding) ?? readerFault(input, encoding) { return fault }
    }
    return columnsFault(input)
  }

  private static func streamFault(_ input: FuzzInput, _ encoding: TextEncoding) -> String? {
    let read = stream(
      input.bytes,
      encoding,
      repairsMojibake: input.repairsMojibake,
      chunkSize: input.chunkSize
    )
    let isDecoded = encoding != .utf8 || input.repairsMojibake
    if isDecoded, firstInvalidUTF8(in: read.bytes.span) != nil { return "not UTF-8: \(encoding)" }
    if read.bytes.count > input.bytes.count * 3 { return "too long: \(encoding)" }
    if case .undecodable(let line, let offset, _)? = read.error,
      line < 1 || offset < 0 || offset > input.bytes.count
    {
      return "no such place: \(read.error.debugDescription)"
    }
    return nil
  }

  private static func readerFault(_ input: FuzzInput, _ encoding: TextEncoding) -> String? {
    do throws(TabularError) {
      let stream = try ByteStream(
        .bytes(input.bytes),
        encoding: encoding,
        repairsMojibake: input.repairsMojibake,
        chunkSize: input.chunkSize
      )
      let candidates = try CSVDialect.candidates(in: stream)
      guard candidates.count == CSVDelimiter.allCases.count else { return "candidates" }
      var reader = CSVReader(stream, delimiter: input.delimiter, recordLimit: 1000)
      var record = CSVRecord()
      var line = 0
      var count = 0
      while try reader.read(into: &record) {
        count += 1
        guard record.line > line, record.number == count else { return "line \(record.line)" }
        line = record.line
        guard count <= input.bytes.count else { return "more records than bytes" }
        for index in 0..<record.count {
          let isValid = record.withBytes(of: index) { firstInvalidUTF8(in: $0) == nil }
          guard isValid else { return "cell \(index) of record \(count) is not UTF-8" }
        }
      }
    } catch {
      guard !error.description.isEmpty, !error.text(vietnamese: true).isEmpty else { return "mute" }
    }
    return nil
  }

  private static func columnsFault(_ input: FuzzInput) -> String? {
    let rules = CellRules(tidy: { $0 }, number: { Double($0) }, missing: ["NA"])
    let table = try? ColumnReader.read(
      .bytes(input.bytes),
      rules: rules,
      chunkSize: input.chunkSize
    ) { names in
      ColumnTable.Wishes(codes: Set(names), numbers: Set(names))
    }
    guard let table else { return nil }
    let isEven = table.numbers.values.allSatisfy { $0.values.count == table.rowCount }
    return isEven ? nil : "columns of different lengths"
  }

  private static func workbookFault(_ input: FuzzInput) -> String? {
    do throws(TabularError) {
      var reader = try WorkbookReader(.bytes(input.bytes))
      var record = CSVRecord()
      var count = 0
      while try reader.read(into: &record) {
        count += 1
        guard count < 100_000 else { return "endless" }
        for text in record.texts where text.utf8.count > 1 << 20 { return "long cell" }
      }
    } catch {
      guard !error.description.isEmpty, !error.text(vietnamese: true).isEmpty else { return "mute" }
    }
    return nil
  }
}
