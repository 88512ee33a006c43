## The client's own: one scale

my-scale-phq-9 = How the last two weeks were
my-scale-gad-7 = Worry and unrest in the last two weeks
my-scale-pcl-5 = What a hard experience left behind
my-scale-peg = Pain in the past week
my-scale-rand-36-energy = Energy in the past four weeks
my-scale-rand-36-pain = Pain in the past four weeks
my-scale-audit-c = Alcohol
my-scale-asq = Four questions about safety
my-scale-says = Choose one answer for each line. You can leave one out. There is no right answer.
my-scale-one-by-one = One question at a time. Each answer is kept at once; you can stop and come back.
my-scale-in-english = This questionnaire is shown in English, its tested wording. Please ask us if you would like to go through it together.
my-scale-keep = Keep my answers
my-scale-decline = No, thank you
my-scale-thanks = Thank you. Your answers are kept.
my-scale-kept = You can talk about them at your next meeting.
my-scale-left-out = You left out question { $item }. Somebody will ask you about it.

## Names of scales and bands

scale-gad-7 = anxiety
scale-pcl-5 = trauma
scale-peg = pain
scale-rand-36-energy = energy
scale-rand-36-pain = freedom from pain
scale-audit-c = alcohol
scale-asq = safety
band-below-cut = below 31
band-within-cut = 31 to 33
band-above-cut = above 33
band-below-limits = below the limits
band-limit-for-women = limit for women
band-limit-for-all = limit for all
band-negative = negative
band-positive = positive
band-acute = acute
