/// A pattern of `regex()`, compiled; it always judges the whole text.
///
/// The machine follows all alternatives at once (Thompson, *Regular Expression
/// Search Algorithm*, 1968), so that its time is at most the length of the
/// text times the size of the program, whatever the pattern. What would need
/// backtracking (look-around, back references) is refused.
struct ExpressionPattern: Hashable, Sendable {
  /// One step of the machine; targets are indices of the program.
  enum Instruction: Hashable, Sendable {
    case consume(ExpressionCharacterSet)
    case split(Int, Int)
    case jump(Int)
    case atStart
    case atEnd
    case accept
  }

  let program: [Instruction]

  /// Reads and compiles a pattern.
  init(_ text: String) throws(ExpressionPatternError) {
    var parser = ExpressionPatternParser(text)
    var builder = ExpressionPatternBuilder()
    try builder.emit(try parser.wholePattern())
    program = try builder.finished()
  }

  /// Tells whether the whole text is of this pattern.
  func matches(_ text: String) -> Bool {
    var threads = Threads(capacity: program.count)
    var next = Threads(capacity: program.count)
    var scalars = text.unicodeScalars.makeIterator()
    var scalar = scalars.next()
    follow(0, into: &threads, isStart: true, isEnd: scalar == nil)
    while let current = scalar {
      guard !threads.isEmpty else { return false }
      scalar = scalars.next()
      next.removeAll()
      for index in threads.waiting {
        if case .consume(let set) = program[index], set.contains(current) {
          follow(index + 1, into: &next, isStart: false, isEnd: scalar == nil)
        }
      }
      swap(&threads, &next)
    }
    return threads.hasAccepted
  }

  /// Adds an instruction and all that is reached from it without reading.
  private func follow(_ start: Int, into threads: inout Threads, isStart: Bool, isEnd: Bool) {
    threads.pending.append(start)
    while let index = threads.pending.popLast() {
      guard threads.visit(index) else { continue }
      switch program[index] {
      case .consume: threads.waiting.append(index)
      case .split(let first, let second):
        threads.pending.append(second)
        threads.pending.append(first)
      case .jump(let target): threads.pending.append(target)
      case .atStart: if isStart { threads.pending.append(index + 1) }
      case .atEnd: if isEnd { threads.pending.append(index + 1) }
      case .accept: threads.hasAccepted = true
      }
    }
  }

  /// The instructions at which the machine waits for the next character.
  private struct Threads {
    var waiting: [Int] = []
    /// What is still to be followed; kept for its storage.
    var pending: [Int] = []
    var hasAccepted = false
    /// The generation in which an instruction was seen last.
    private var seen: [Int]
    private var generation = 1

    init(capacity: Int) {
      seen = [Int](repeating: 0, count: capacity)
    }

    var isEmpty: Bool { waiting.isEmpty }

    mutating func removeAll() {
      waiting.removeAll(keepingCapacity: true)
      hasAccepted = false
      generation += 1
    }

    /// Notes an instruction; false when it was noted before.
    mutating func visit(_ index: Int) -> Bool {
      guard seen[index] != generation else { return false }
      seen[index] = generation
      return true
    }
  }
}

/// A pattern that cannot be read.
struct ExpressionPatternError: Error, Hashable {
  let problem: ExpressionPatternProblem
}
