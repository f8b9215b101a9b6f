import Glibc
import Synchronization

/// Where the signal handler reports; no descriptor while nobody listens.
private let reportEnd = Atomic<Int32>(-1)

/// Turns requests to end the program into something to wait for.
///
/// For as long as this value lives, SIGINT, SIGTERM and SIGHUP end nothing by themselves, so that
/// no answer is cut in the middle of being recorded: whichever thread gets the signal writes one
/// byte into a pipe, and ``wait(for:milliseconds:)`` reports it.
struct InterruptGate: ~Copyable {
  private var actionsBefore: [(signal: Int32, action: sigaction)] = []
  private var pipeEnds: [Int32] = [-1, -1]
  private let reportEndBefore: Int32

  /// What the wait brought.
  enum Event {
    case readable
    case timeout
    case interrupted
    case failed(Int32)
  }

  init() {
    if pipe(&pipeEnds) == 0 {
      for end in pipeEnds {
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      }
    }
    reportEndBefore = reportEnd.exchange(pipeEnds[1], ordering: .sequentiallyConsistent)
    guard pipeEnds[1] >= 0 else { return }
    for signal in [SIGINT, SIGTERM, SIGHUP] {
      var before = sigaction()
      sigaction(signal, nil, &before)
      // A signal that the caller ignores (as under nohup) stays ignored.
      if Self.isIgnored(before) { continue }
      actionsBefore.append((signal, before))
      var action = sigaction()
      action.sa_flags = Int32(SA_RESTART)
      action.__sigaction_handler.sa_handler = { _ in
        let code = errno
        var byte: UInt8 = 0
        write(reportEnd.load(ordering: .sequentiallyConsistent), &byte, 1)
        errno = code
      }
      sigaction(signal, &action, nil)
    }
  }

  deinit {
    for (signal, action) in actionsBefore {
      var action = action
      sigaction(signal, &action, nil)
    }
    reportEnd.store(reportEndBefore, ordering: .sequentiallyConsistent)
    for end in pipeEnds where end >= 0 { close(end) }
  }

  /// Waits until `descriptor` can be read, the time is over or the program is asked to end.
  func wait(for descriptor: Int32, milliseconds: Int?) -> Event {
    var waits = [descriptor, pipeEnds[0]].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let limit = milliseconds.map { Int32(clamping: $0) } ?? -1
    while true {
      let ready = poll(&waits, nfds_t(waits.count), limit)
      if ready == 0 { return .timeout }
      if ready > 0 { break }
      if errno != EINTR { return .failed(errno) }
    }
    guard waits[1].revents != 0 else { return .readable }
    var bytes = [UInt8](repeating: 0, count: 16)
    _ = read(pipeEnds[0], &bytes, bytes.count)
    return .interrupted
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    guard let handler = action.__sigaction_handler.sa_handler else { return false }
    return unsafeBitCast(handler, to: Int.self) == 1
  }
}
