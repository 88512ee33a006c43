//! One figure: how many a second, and how long one took.

use std::time::{Duration, Instant};

use crate::Result;

/// What one run gave.
#[derive(Debug, Clone)]
pub(crate) struct Figure {
    pub(crate) per_second: f64,
    pub(crate) p50_us: f64,
    pub(crate) p99_us: f64,
}

impl Figure {
    pub(crate) fn of(mut took: Vec<Duration>, span: Duration) -> Self {
        took.sort_unstable();
        let at = |share: f64| {
            let place = (took.len() as f64 * share) as usize;
            took.get(place.min(took.len().saturating_sub(1))).map_or(0.0, |took| took.as_secs_f64() * 1e6)
        };
        Self { per_second: took.len() as f64 / span.as_secs_f64(), p50_us: at(0.5), p99_us: at(0.99) }
    }

    /// The round in the middle, by throughput.
    pub(crate) fn median(mut rounds: Vec<Self>) -> Self {
        rounds.sort_by(|one, other| one.per_second.total_cmp(&other.per_second));
        rounds.swap_remove(rounds.len() / 2)
    }

    pub(crate) fn print(&self, measure: &str, connections: usize) {
        let Self { per_second, p50_us, p99_us } = self;
        println!(
            "measure={measure} connections={connections} per_second={per_second:.0} p50_us={p50_us:.0} \
             p99_us={p99_us:.0} load={}",
            load()
        );
    }
}

/// Something that can be done over and over, each time to its durable end.
pub(crate) trait Work: Send + 'static {
    fn once(&mut self) -> impl Future<Output = Result<()>> + Send;
}

/// Lets each worker go on one time after another for so long, as soon as the last was answered.
pub(crate) async fn run<W: Work>(workers: Vec<W>, span: Duration) -> Result<(Figure, Vec<W>)> {
    let began = Instant::now();
    let tasks: Vec<_> = workers
        .into_iter()
        .map(|mut worker| {
            tokio::spawn(async move {
                let mut took = Vec::new();
                while began.elapsed() < span {
                    let from = Instant::now();
                    worker.once().await?;
                    took.push(from.elapsed());
                }
                Ok::<_, anyhow::Error>((took, worker))
            })
        })
        .collect();
    let (mut took, mut workers) = (Vec::new(), Vec::new());
    for task in tasks {
        let (of_one, worker) = task.await??;
        took.extend(of_one);
        workers.push(worker);
    }
    Ok((Figure::of(took, began.elapsed()), workers))
}

/// The machine's load in the last minute.
pub(crate) fn load() -> String {
    let text = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ').next().unwrap_or("unknown").to_owned()
}
