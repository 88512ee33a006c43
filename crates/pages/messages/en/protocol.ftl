## The protocol: its versions, the draft of the next one, and two of them side by side

protocol-groups = Groups of figures
protocol-older = Version { $number } as it was signed by { $by } on { $on }. It is here to be read.
protocol-signs-shipped = What you sign here are the figures as they were shipped.
protocol-signs-again = What you sign here are the figures of the newest version, once more.
protocol-signs-draft = What you sign here is the draft.
protocol-open-draft = Open the draft
protocol-faults = { $count ->
    [one] One thing keeps it from being signed
   *[other] { $count } things keep it from being signed
}
protocol-see-faults = See what
protocol-differ = { $count ->
    [one] One figure is another than in the version before.
   *[other] { $count } figures are others than in the version before.
}
protocol-looser-count = { $count ->
    [one] One figure is less cautious than as it was shipped
   *[other] { $count } figures are less cautious than as they were shipped
}
protocol-looser = Less cautious than shipped
protocol-which-shipped = the shipped figures
protocol-which-version = version { $number }
protocol-which-draft = the draft
protocol-next = The next version
protocol-next-says = A draft decides nothing. What is in force stays in force until the draft is signed.
protocol-draft-begun = { $count ->
    [0] A draft was begun. No figure is changed yet.
    [one] A draft is being worked on. One figure is changed.
   *[other] A draft is being worked on. { $count } figures are changed.
}
protocol-begin = Begin with { $from }
protocol-from-file = Begin with a file
protocol-file = A protocol’s file
protocol-file-hint = A TOML file, as Kapok writes it. Whatever differs from the shipped figures asks for your yes.
protocol-file-unread = { $count ->
    [one] This file is not a protocol yet. One thing is wrong:
   *[other] This file is not a protocol yet. { $count } things are wrong:
}
protocol-file-none = Choose a file.
protocol-file-large = The file is larger than a protocol can be.
protocol-file-not-text = The file is not text.
protocol-take-in = Take it in as the draft
protocol-versions = Versions
protocol-version-says = signed by { $by } on { $on }, until { $until }
protocol-read-it = Read
protocol-compare-it = What changed
protocol-file-of = File
protocol-back = Back to the protocol

# What keeps a figure from being signed, said beside it

protocol-fault-unsourced = Please say the unit and where it comes from.
protocol-fault-implausible = Please choose from { $low } to { $high }.
protocol-fault-uncounted = The rules count this in { $unit }.
protocol-fault-never-crossed = No possible value crosses this line.
protocol-fault-not-asked = Please name each scale once, as Kapok names it.
protocol-fault-order = Please give the lower number first.
protocol-fault-greater = It must not be greater than “{ $other }”.
protocol-fault-smaller = It must not be smaller than “{ $other }”.
protocol-fault-wrong-way = The line faces the wrong way.
protocol-fault-hold-without-act = A line that stops a dose needs the line on which the room acts.
protocol-fault-not-rising = Please give at least one, each greater than the one before.
protocol-fault-unasked = Please give each day one to { $count } questions, with harm_thoughts among them.

# Two side by side

compare-page-title = Two protocols side by side
compare-title = From { $before } to { $after }
compare-differ = { $count ->
    [0] No figure differs.
    [one] One figure differs.
   *[other] { $count } figures differ.
}
compare-looser = { $count ->
    [one] One is less cautious.
   *[other] { $count } are less cautious.
}
compare-before = Before
compare-after = After
compare-do = Compare
compare-figure = Figure
compare-caution = Caution
compare-less-cautious = Less cautious
compare-none = none

# The draft

draft-page-title = The draft of the protocol
draft-title = { $count ->
    [0] The draft of version { $number }: nothing is changed yet.
    [one] The draft of version { $number }: one figure is changed.
   *[other] The draft of version { $number }: { $count } figures are changed.
}
draft-from = It began with { $from }. It decides nothing until it is signed.
draft-from-file = It began with the file “{ $name }”. It decides nothing until it is signed.
draft-groups = Groups of figures
draft-figures = { $count ->
    [one] one figure
   *[other] { $count } figures
}
draft-changed = { $count } changed
draft-wrong = { $count ->
    [one] One asks for a look
   *[other] { $count } ask for a look
}
draft-changes = Changed against { $against }
draft-was-is = { $was } → { $is }
draft-sign = Read it and sign
draft-compare = Side by side
draft-file = Take it out as a file
draft-discard = Let the draft go
draft-discard-says = Its changes are gone then. What is in force stays in force.
draft-discard-do = Let it go
draft-back = Back to the draft of version { $number }
draft-shipped = As shipped: { $value }
draft-unreadable = This does not read. Please write it like { $like }
draft-reason = Why
draft-reason-hint = Needed when a figure changes. It stands beside the figure from then on.
draft-keep = Keep in the draft
draft-next = Next: { $group }
