import CScan

/// The cores of the machine.
package enum Cores {
  /// On how many of them this process may run.
  package static var count: Int { Int(core_count()) }
}
