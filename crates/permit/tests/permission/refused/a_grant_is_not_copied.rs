use permit::Grant;

fn keep(grant: &Grant) -> Grant {
    grant.clone()
}

fn main() {}
