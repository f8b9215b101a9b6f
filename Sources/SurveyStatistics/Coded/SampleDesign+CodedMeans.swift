extension SampleDesign {
  /// Means of a variable of few values; see ``means(of:by:)``.
  package func statistics(
    ofMeans column: CodedColumn,
    by groups: Grouping? = nil
  ) throws(SampleDesignError) -> DomainStatistics {
    let centre = column.centre
    guard canTally(width: groups?.count ?? 1), column.codes.count == rows,
      groups.map({ $0.codes.count == rows }) ?? true
    else {
      let sums = try sums(of: column.numbers, by: groups, centre: centre)
      return try statistics(ofMeans: sums)
    }
    let part = InfluenceCells.Part(
      codes: column.codes,
      width: 0,
      contributions: column.values.map { $0.isNaN ? 0 : $0 - centre },
      isAnswered: column.values.map { $0.isNaN ? 0 : 1 }
    )
    let count = groups?.count ?? 1
    let cells = InfluenceCells([part], groups?.codes.compact ?? [], groups: count, design: self)
    return try statistics(ofMeans: DomainSums(cells, groups: count, centre: centre))
  }

  /// The means of several variables that are functions of one byte, such as the shares of all
  /// levels of a question.
  ///
  /// - Parameters:
  ///   - codes: The byte of each row.
  ///   - variables: For each variable the number of each of the 256 bytes; NaN for a missing answer.
  /// - Returns: The mean of each variable; nil without answers.
  /// - Throws: What ``means(of:by:)`` throws.
  package func means(
    ofByte codes: [UInt8],
    _ variables: [[Double]]
  ) throws(SampleDesignError) -> [Estimate?] {
    let columns = variables.map { CodedColumn(codes: codes, values: $0) }
    var means: [Estimate?] = []
    guard canTally(width: 256), codes.count == rows else {
      for column in columns { means.append(try self.means(of: column.numbers).first ?? nil) }
      return means
    }
    let tally = UnitTally(codes, width: 256, design: self)
    let counts = CodedColumn.counts(of: codes)
    for column in columns {
      let centre = CodedColumn.centre(of: column.values, counts)
      let sums = tally.sums(column.values, centre: centre)
      means.append(try mean(of: 0, from: sums))
    }
    return means
  }
}
