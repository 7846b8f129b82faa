//! The lines of a stream. A thread of their own reads them, no further ahead than there is room, so that whoever sends
//! them waits for whoever judges them; and whoever waits for each answer before the next line gets it.

use std::io::{self, BufRead, BufReader, Read};
use std::mem;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// Where the lines that wait have so many bytes together, no other is read.
const MOST_BYTES: usize = 4 << 20;

/// So many bytes are asked for at once.
const AT_ONCE: usize = 1 << 16;

/// A line of a stream.
#[derive(Debug, PartialEq, Eq)]
pub struct StreamLine {
    /// Its number, from 1.
    pub number: usize,
    /// The line without its break; `None` if it is longer than any may be.
    pub text: Option<Vec<u8>>,
}

/// The lines that have been read and wait.
#[derive(Debug)]
pub struct StreamLines {
    queue: Arc<Queue>,
}

/// What the two threads share.
#[derive(Debug)]
struct Queue {
    waiting: Mutex<Queued>,
    has_changed: Condvar,
    most: usize,
}

#[derive(Debug, Default)]
struct Queued {
    lines: Vec<StreamLine>,
    bytes: usize,
    /// How the reading ended, once it has.
    ended: Option<io::Result<()>>,
    /// Whether nobody will take another line.
    is_abandoned: bool,
}

impl StreamLines {
    /// Reads lines of up to `longest` bytes, and lets so many wait.
    ///
    /// # Errors
    /// The system gives no thread to read them.
    pub fn read(input: impl Read + Send + 'static, longest: usize, most: usize) -> io::Result<StreamLines> {
        let queue = Arc::new(Queue { waiting: Mutex::default(), has_changed: Condvar::new(), most });
        let reading = Arc::clone(&queue);
        // it may wait for a line that never comes: whoever takes the lines does not wait for its end
        let read = move || reading.fill(BufReader::with_capacity(AT_ONCE, input), longest);
        thread::Builder::new().spawn(read)?;
        Ok(StreamLines { queue })
    }

    /// All lines that wait, as soon as there is one; none when the stream has ended.
    ///
    /// # Errors
    /// The stream cannot be read any further.
    pub fn take(&self) -> io::Result<Vec<StreamLine>> {
        let taken = self.queue.when(
            |waiting| !waiting.lines.is_empty() || waiting.ended.is_some(),
            |waiting| {
                waiting.bytes = 0;
                match mem::take(&mut waiting.lines) {
                    lines if lines.is_empty() => waiting.ended.replace(Ok(())).unwrap_or(Ok(())).map(|()| lines),
                    lines => Ok(lines),
                }
            },
        );
        self.queue.has_changed.notify_all();
        taken
    }
}

impl Drop for StreamLines {
    fn drop(&mut self) {
        self.queue.hold().is_abandoned = true;
        self.queue.has_changed.notify_all();
    }
}

impl Queue {
    fn hold(&self) -> MutexGuard<'_, Queued> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for something, and does what comes then.
    fn when<T>(&self, is_so: impl Fn(&Queued) -> bool, then: impl FnOnce(&mut Queued) -> T) -> T {
        let held = self.has_changed.wait_while(self.hold(), |waiting| !is_so(waiting));
        then(&mut held.unwrap_or_else(PoisonError::into_inner))
    }

    fn fill(&self, mut input: impl BufRead, longest: usize) {
        let ended = self.fill_from(&mut input, longest);
        self.hold().ended = Some(ended);
        self.has_changed.notify_all();
    }

    fn fill_from(&self, input: &mut impl BufRead, longest: usize) -> io::Result<()> {
        for number in 1.. {
            let Some(line) = next(input, number, longest)? else { break };
            let is_too_long = line.text.is_none();
            if !self.put(line) {
                break;
            }
            if is_too_long {
                input.skip_until(b'\n')?; // told first: it may never end
            }
        }
        Ok(())
    }

    /// Lets a line wait, as soon as there is room; whether anybody will take it.
    fn put(&self, line: StreamLine) -> bool {
        let has_room = |waiting: &Queued| waiting.lines.len() < self.most && waiting.bytes < MOST_BYTES;
        let is_wanted = self.when(
            |waiting| has_room(waiting) || waiting.is_abandoned,
            |waiting| {
                waiting.bytes += line.text.as_ref().map_or(0, Vec::len);
                waiting.lines.push(line);
                !waiting.is_abandoned
            },
        );
        self.has_changed.notify_all();
        is_wanted
    }
}

/// The next line; of one that is too long no more than that is read.
fn next(input: &mut impl BufRead, number: usize, longest: usize) -> io::Result<Option<StreamLine>> {
    let mut text = Vec::new();
    let most = (longest as u64).saturating_add(1);
    if input.take(most).read_until(b'\n', &mut text)? == 0 {
        return Ok(None);
    }
    let has_end = text.pop_if(|last| *last == b'\n').is_some();
    let is_whole = has_end || text.len() <= longest;
    Ok(Some(StreamLine { number, text: is_whole.then_some(text) }))
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;
    use std::sync::mpsc;

    use super::*;

    fn all(lines: &StreamLines) -> Vec<(usize, Option<String>)> {
        let mut all = Vec::new();
        loop {
            let taken = lines.take().unwrap();
            if taken.is_empty() {
                return all;
            }
            all.extend(
                taken.into_iter().map(|line| (line.number, line.text.map(|text| String::from_utf8(text).unwrap()))),
            );
        }
    }

    #[test]
    fn lines_come_in_order_with_their_numbers_and_one_that_is_too_long_is_passed_over() {
        let of = |text: &str| all(&StreamLines::read(Cursor::new(text.to_owned()), 3, 2).unwrap());
        let line = |number, text: &str| (number, Some(text.to_owned()));
        assert_eq!(of("abc\n\nd"), [line(1, "abc"), line(2, ""), line(3, "d")]);
        assert_eq!(of("abcd\ne\n"), [(1, None), line(2, "e")]);
        assert_eq!(of("abcdefgh"), [(1, None)]);
        assert_eq!(of("abc"), [line(1, "abc")]);
        assert_eq!(of("ab\r\n"), [line(1, "ab\r")]);
        assert_eq!(of(""), []);
    }

    /// Gives lines as long as somebody asks, and tells how many.
    struct Endless(mpsc::Sender<()>);

    impl Read for Endless {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let _ = self.0.send(());
            into.fill(b'x');
            into[into.len() - 1] = b'\n';
            Ok(into.len())
        }
    }

    #[test]
    fn no_more_is_read_than_has_room() {
        let (asked, count) = mpsc::channel();
        let lines = StreamLines::read(Endless(asked), AT_ONCE, 4).unwrap();
        let before: usize = (0..5).map(|_| count.recv().unwrap()).count();
        assert_eq!((before, count.recv_timeout(std::time::Duration::from_millis(200)).is_err()), (5, true));
        assert_eq!(lines.take().unwrap().len(), 4);
        assert!(count.recv().is_ok(), "room for others");
        drop(lines);
        assert!(count.iter().count() < 8, "nobody wants more, and the thread has ended");
    }

    #[test]
    fn what_was_read_comes_before_what_stopped_the_reading() {
        struct Fails;
        impl Read for Fails {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::Error::other("gone"))
            }
        }
        let lines = StreamLines::read(Cursor::new("a\n").chain(Fails), 3, 2).unwrap();
        assert_eq!(lines.take().unwrap().len(), 1);
        assert_eq!(lines.take().unwrap_err().to_string(), "gone");
        assert!(lines.take().unwrap().is_empty());
    }
}
