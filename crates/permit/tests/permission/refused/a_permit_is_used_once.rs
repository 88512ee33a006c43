use permit::Permit;

fn act(_: Permit) {}

fn act_twice(permit: Permit) {
    act(permit);
    act(permit);
}

fn main() {}
