/// Turns the tree of a pattern into a program; repeats are written out.
struct ExpressionPatternBuilder {
  /// The most instructions that a program may have.
  static let sizeLimit = 5000

  private var program: [ExpressionPattern.Instruction] = []

  /// The program with its accepting end.
  mutating func finished() throws(ExpressionPatternError) -> [ExpressionPattern.Instruction] {
    try append(.accept)
    return program
  }

  mutating func emit(_ node: ExpressionPatternNode) throws(ExpressionPatternError) {
    switch node {
    case .set(let set): try append(.consume(set))
    case .atStart: try append(.atStart)
    case .atEnd: try append(.atEnd)
    case .sequence(let parts):
      for part in parts { try emit(part) }
    case .alternatives(let branches): try emit(alternatives: branches)
    case .repetition(let inner, let lower, let upper):
      try emit(inner, lower: lower, upper: upper)
    }
  }

  private mutating func append(
    _ instruction: ExpressionPattern.Instruction
  ) throws(ExpressionPatternError) {
    guard program.count < Self.sizeLimit else {
      throw ExpressionPatternError(problem: .tooLarge)
    }
    program.append(instruction)
  }

  private mutating func emit(
    alternatives branches: [ExpressionPatternNode]
  ) throws(ExpressionPatternError) {
    var jumps: [Int] = []
    for (index, branch) in branches.enumerated() {
      guard index < branches.count - 1 else {
        try emit(branch)
        break
      }
      let split = program.count
      try append(.split(split + 1, split + 1))
      try emit(branch)
      jumps.append(program.count)
      try append(.jump(0))
      program[split] = .split(split + 1, program.count)
    }
    for jump in jumps { program[jump] = .jump(program.count) }
  }

  private mutating func emit(
    _ inner: ExpressionPatternNode,
    lower: Int,
    upper: Int?
  ) throws(ExpressionPatternError) {
    for _ in 0..<lower {
      let before = program.count
      try emit(inner)
      // Nothing, however often, stays nothing; do not count to a billion for it.
      if program.count == before { return }
    }
    guard let upper else {
      let split = program.count
      try append(.split(split + 1, split + 1))
      try emit(inner)
      try append(.jump(split))
      program[split] = .split(split + 1, program.count)
      return
    }
    var splits: [Int] = []
    for _ in lower..<upper {
      splits.append(program.count)
      try append(.split(program.count + 1, program.count + 1))
      try emit(inner)
    }
    for split in splits { program[split] = .split(split + 1, program.count) }
  }
}
