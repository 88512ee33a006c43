## Help now, by country

crisis-title = Do you need someone now?
crisis-need-someone = Need someone now?
crisis-not-by-form = If you are in danger or thinking of ending your life, please do not wait for us. We read messages on working days only.
crisis-us-988 = Suicide and crisis line: call or text, day and night. For Spanish press 2.
crisis-us-911 = When life is in danger.
crisis-uk-999 = When life is in danger.
crisis-uk-111 = NHS, choose the mental health option: day and night.
crisis-uk-samaritans = Samaritans: someone to talk to, day and night, free.
crisis-es-024 = Line for suicidal thoughts: day and night, free and private.
crisis-es-112 = When life is in danger.
crisis-elsewhere-112 = In many countries, when life is in danger. Elsewhere, your local emergency number.
