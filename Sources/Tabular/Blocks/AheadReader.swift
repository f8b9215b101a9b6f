import Dispatch
import Synchronization

/// Reads a text table like ``CSVReader``, and finds the cells of its next records on another core
/// while those before them are looked at.
///
/// Whatever is out of the ordinary is left to the caller's own reading, as ``CSVReader`` leaves it.
/// The other core then stands still until records can be found many at a time again.
package final class AheadReader: RecordSource {
  /// Runs that are found ahead.
  private static let runCount = 6
  /// With fewer records at a time it is not worth waking another core.
  private static let fewRecords = 16

  private let scan: Scan
  /// Whether the other core has the reader.
  private var isAhead = false
  /// A run of which some records were read one by one, and the next of them.
  private var rest: (run: RecordRun, row: Int)?
  private var blankLines: Int

  /// Goes on where `reader` is.
  package init(_ reader: CSVReader) {
    blankLines = reader.blankLineCount
    scan = Scan(reader, ahead: Self.runCount)
  }

  deinit { scan.cancel() }

  package var blankLineCount: Int { blankLines }

  package func takeRun(into run: inout RecordRun) {
    run.release()
    guard run.capacity > 0, rest == nil else { return }
    if isAhead {
      takeFound(into: &run)
    } else {
      scan.reader.takeRun(into: &run)
      guard run.count >= Self.fewRecords else { return }
      isAhead = true
      scan.begin(like: run)
    }
  }

  package func read(into record: inout CSVRecord) throws(TabularError) -> Bool {
    if rest == nil, isAhead {
      var run = RecordRun(width: 0)
      takeFound(into: &run)
      if run.count > 0 { rest = (run, 0) }
    }
    if let (run, row) = rest {
      run.read(row, into: &record)
      rest = row + 1 < run.count ? (run, row + 1) : nil
      return true
    }
    defer { blankLines = scan.reader.blankLineCount }
    return try scan.reader.read(into: &record)
  }

  /// Swaps `run` for the next one that was found; an empty one gives the reader back.
  private func takeFound(into run: inout RecordRun) {
    run = scan.next(insteadOf: run)
    isAhead = run.count > 0
    run.fetch()
  }

  /// What both cores see: the reader belongs to the one that scans, until it hands out an empty run.
  private final class Scan: @unchecked Sendable {
    var reader: CSVReader

    private let found = Mutex<[RecordRun]>([])
    private let empty = Mutex<[RecordRun]>([])
    private let isCancelled = Atomic(false)
    /// Counts up from nothing, since a semaphore may not end below its beginning.
    private let room = DispatchSemaphore(value: 0)
    private let ready = DispatchSemaphore(value: 0)

    init(_ reader: CSVReader, ahead count: Int) {
      self.reader = reader
      self.reader.lendsWindow = true
      for _ in 0..<count { room.signal() }
    }

    func cancel() {
      isCancelled.store(true, ordering: .relaxed)
      room.signal()
    }

    /// Hands the reader to another core, which finds runs of the same width as `run`.
    func begin(like run: RecordRun) {
      let width = run.width
      // A queue of its own always has a thread, however many others wait.
      DispatchQueue(label: "thuocdo.ahead").async { self.findRuns(width) }
    }

    /// Waits for the next run; `run` can be filled again.
    func next(insteadOf run: RecordRun) -> RecordRun {
      if run.capacity > 0 { empty.withLock { $0.append(run) } }
      ready.wait()
      let next = found.withLock { $0.removeFirst() }
      room.signal()
      return next
    }

    private func findRuns(_ width: Int) {
      while true {
        room.wait()
        if isCancelled.load(ordering: .relaxed) { return }
        var run = empty.withLock { $0.popLast() } ?? RecordRun(width: width)
        reader.takeRun(into: &run)
        let isLast = run.count == 0
        found.withLock { $0.append(run) }
        ready.signal()
        if isLast { return }
      }
    }
  }
}
