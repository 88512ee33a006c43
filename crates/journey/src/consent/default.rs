//! The shipped consent document, from the elements of `clinical.md` 9.
//!
//! A practice reads it as a beginning: what its own law asks for is its own to add.

use super::document::{Clause, ClauseStanding, Document, Words};

/// The shipped document.
pub static DEFAULT: Document = Document { id: "kapok-consent-2026-11", clauses: CLAUSES };

const CLAUSES: &[Clause] = &[
    Clause {
        id: "what-it-is",
        standing: ClauseStanding::Required,
        source: "FDA warning on compounded ketamine, 10 October 2023",
        en: Words {
            title: "This use of ketamine has not been approved.",
            text: "Ketamine is an approved anaesthetic. Using it for mood, pain or trauma is off-label: doctors \
                   may prescribe it, but no authority has approved it for this. The lozenge is made up by a \
                   pharmacy and is not an approved product at all.",
            say_it_back: "Is this use approved? Say it in your own words.",
        },
        es: Words {
            title: "Este uso de la ketamina no está aprobado.",
            text: "La ketamina es un anestésico aprobado. Usarla para el ánimo, el dolor o el trauma queda fuera \
                   de ficha técnica: se puede recetar, pero ninguna autoridad la ha aprobado para esto. La \
                   pastilla la prepara una farmacia y no es un producto aprobado.",
            say_it_back: "¿Está aprobado este uso? Dígalo con sus palabras.",
        },
    },
    Clause {
        id: "alternatives",
        standing: ClauseStanding::Required,
        source: "American Society of Anesthesiologists 2025; practice default",
        en: Words {
            title: "There are other ways.",
            text: "Others are talking therapy, antidepressants and other medicines, esketamine nasal spray, \
                   ketamine by infusion, electroconvulsive therapy, and doing nothing for now. You can ask about \
                   each, and choose one of them at any time.",
            say_it_back: "Which other way would you consider, or have you tried?",
        },
        es: Words {
            title: "Hay otros caminos.",
            text: "Otros caminos son la psicoterapia, los antidepresivos y otros medicamentos, el aerosol nasal \
                   de esketamina, la ketamina por infusión, la terapia electroconvulsiva, o no hacer nada por \
                   ahora. Puede preguntar por cada uno y elegirlo en cualquier momento.",
            say_it_back: "¿Qué otro camino consideraría o ha probado?",
        },
    },
    Clause {
        id: "what-happens",
        standing: ClauseStanding::Required,
        source: "practice default",
        en: Words {
            title: "A session takes about three hours.",
            text: "You arrive and settle. Your blood pressure, pulse, oxygen and breathing are checked. You hold \
                   the lozenge in your mouth. Then you rest inward, come back slowly, and we ground and close \
                   together. Somebody is with you all the time.",
            say_it_back: "What happens in a session, from arriving to leaving?",
        },
        es: Words {
            title: "Una sesión dura unas tres horas.",
            text: "Llega y se acomoda. Medimos su presión, pulso, oxígeno y respiración. Mantiene la pastilla en \
                   la boca. Después descansa hacia dentro, regresa poco a poco y cerramos juntos. Siempre hay \
                   alguien con usted.",
            say_it_back: "¿Qué pasa en una sesión, desde que llega hasta que se va?",
        },
    },
    Clause {
        id: "time-course",
        standing: ClauseStanding::Required,
        source: "clinical default; esketamine US label for blood pressure",
        en: Words {
            title: "You notice it after 10 to 20 minutes.",
            text: "The strongest part lasts about 45 to 60 minutes. Settling goes on for two hours and more. \
                   Blood pressure can stay higher for about four hours. You stay at least two hours after the \
                   last dose, and until you are steady.",
            say_it_back: "How long does the strongest part last, and how long do you stay?",
        },
        es: Words {
            title: "Lo notará a los 10 o 20 minutos.",
            text: "La parte más fuerte dura unos 45 a 60 minutos. Volver del todo lleva dos horas o más. La \
                   presión puede seguir alta unas cuatro horas. Se queda al menos dos horas después de la última \
                   dosis, y hasta que esté estable.",
            say_it_back: "¿Cuánto dura la parte más fuerte y cuánto tiempo se queda?",
        },
    },
    Clause {
        id: "common-effects",
        standing: ClauseStanding::Required,
        source: "esketamine nasal spray with an antidepressant, US label: n 346, against placebo",
        en: Words {
            title: "Many people have effects they do not like.",
            text: "With a related approved nasal spray, of 100 people 41 felt detached or dreamlike (9 with \
                   placebo), 29 were dizzy, 28 felt sick, 23 were sleepy, 20 had a headache, 13 felt anxious and \
                   9 vomited. Figures for lozenges are less certain. Most effects pass within two hours.",
            say_it_back: "Which of these might you have, and what would you do then?",
        },
        es: Words {
            title: "Muchas personas tienen efectos que no les gustan.",
            text: "Con un aerosol nasal parecido y aprobado, de cada 100 personas 41 se sintieron desconectadas o \
                   como en un sueño (9 con placebo), 29 tuvieron mareo, 28 náuseas, 23 sueño, 20 dolor de cabeza, \
                   13 ansiedad y 9 vómitos. Para las pastillas las cifras son menos seguras. La mayoría pasa en \
                   dos horas.",
            say_it_back: "¿Cuáles podría tener y qué haría entonces?",
        },
    },
    Clause {
        id: "body-risks",
        standing: ClauseStanding::Required,
        source: "esketamine US label; FDA warning of 10 October 2023",
        en: Words {
            title: "Serious problems are uncommon, but they happen.",
            text: "Blood pressure can rise a lot. Breathing can become slow or stop, and a person can lose \
                   consciousness; the FDA has reported this with compounded ketamine taken at home. This is why \
                   we measure on a schedule, keep emergency equipment in the room, and never send doses home.",
            say_it_back: "Why do we measure your breathing and blood pressure so often?",
        },
        es: Words {
            title: "Los problemas graves son poco frecuentes, pero ocurren.",
            text: "La presión puede subir mucho. La respiración puede hacerse lenta o detenerse, y se puede \
                   perder la conciencia; la FDA lo ha comunicado con ketamina preparada y tomada en casa. Por eso \
                   medimos con un horario, tenemos equipo de emergencia en la sala y nunca damos dosis para casa.",
            say_it_back: "¿Por qué medimos tan a menudo su respiración y su presión?",
        },
    },
    Clause {
        id: "mind-risks",
        standing: ClauseStanding::Required,
        source: "esketamine US label; McInnes 2022, 10.1016/j.jad.2021.12.097, ketamine infusions",
        en: Words {
            title: "It can stir up fear, old memories or dark thoughts.",
            text: "A person can become confused, suspicious, or far too active in mind for a time. Old \
                   experiences can come back strongly. Thoughts of suicide can become stronger: in one study of \
                   infusions this was so for about 6 in 100. Tell us at once, on the day or later.",
            say_it_back: "What will you do if dark thoughts become stronger?",
        },
        es: Words {
            title: "Puede remover miedo, recuerdos o pensamientos oscuros.",
            text: "Una persona puede confundirse, desconfiar o acelerarse demasiado por un tiempo. Experiencias \
                   antiguas pueden volver con fuerza. Las ideas de suicidio pueden aumentar: en un estudio con \
                   infusiones le pasó a unas 6 de cada 100 personas. Díganoslo enseguida, ese día o después.",
            say_it_back: "¿Qué hará si los pensamientos oscuros se hacen más fuertes?",
        },
    },
    Clause {
        id: "dependence",
        standing: ClauseStanding::Required,
        source: "esketamine US label; FDA warning of 10 October 2023",
        en: Words {
            title: "Ketamine can become a habit.",
            text: "It can be misused, and some people come to want it more and more. Do not take any outside our \
                   sessions, and tell us about craving, lost lozenges or other use. We will talk about it without \
                   blame.",
            say_it_back: "Whom do you tell if you notice that you crave it?",
        },
        es: Words {
            title: "La ketamina puede crear hábito.",
            text: "Se puede abusar de ella, y algunas personas la desean cada vez más. No tome nada fuera de \
                   nuestras sesiones y cuéntenos si siente ansia, pierde pastillas o consume otras cosas. \
                   Hablaremos sin culpas.",
            say_it_back: "¿A quién se lo dice si nota que la desea?",
        },
    },
    Clause {
        id: "bladder-liver",
        standing: ClauseStanding::Required,
        source: "esketamine US label; Chang 2024, 10.1186/s12888-023-05468-3",
        en: Words {
            title: "It can harm the bladder and the liver.",
            text: "Harm is known from heavy use, and there are single reports at treatment doses. Tell us about \
                   pain or blood when you pass water, or needing to go often. We test urine and liver while you \
                   go on.",
            say_it_back: "Which signs from your bladder will you tell us about?",
        },
        es: Words {
            title: "Puede dañar la vejiga y el hígado.",
            text: "El daño se conoce por consumos altos, y hay casos aislados con dosis de tratamiento. Avísenos \
                   si tiene dolor o sangre al orinar, o ganas muy frecuentes. Mientras siga, analizamos orina e \
                   hígado.",
            say_it_back: "¿De qué señales de la vejiga nos avisará?",
        },
    },
    Clause {
        id: "pregnancy",
        standing: ClauseStanding::Required,
        source: "esketamine US label",
        en: Words {
            title: "It is not for pregnancy or breast-feeding.",
            text: "It may harm an unborn child and passes into milk. If you could become pregnant we ask for a \
                   test before a session and talk about contraception. Tell us if anything changes.",
            say_it_back: "When do you tell us about a possible pregnancy?",
        },
        es: Words {
            title: "No es para el embarazo ni la lactancia.",
            text: "Puede dañar al bebé y pasa a la leche. Si pudiera quedar embarazada, pedimos una prueba antes \
                   de la sesión y hablamos de anticonceptivos. Avísenos si algo cambia.",
            say_it_back: "¿Cuándo nos avisa de un posible embarazo?",
        },
    },
    Clause {
        id: "long-term",
        standing: ClauseStanding::Required,
        source: "FDA warning of 10 October 2023",
        en: Words {
            title: "Nobody knows the effects over years.",
            text: "Studies are small and short. What many sessions over a long time do to memory, bladder, liver \
                   or dependence is not known.",
            say_it_back: "What is not known about this treatment?",
        },
        es: Words {
            title: "Nadie conoce los efectos tras años.",
            text: "Los estudios son pequeños y cortos. No se sabe qué hacen muchas sesiones durante mucho tiempo \
                   en la memoria, la vejiga, el hígado o la dependencia.",
            say_it_back: "¿Qué es lo que no se sabe de este tratamiento?",
        },
    },
    Clause {
        id: "no-promise",
        standing: ClauseStanding::Required,
        source: "McInnes 2022, 10.1016/j.jad.2021.12.097, ketamine infusions",
        en: Words {
            title: "It may help, change nothing, or make things worse.",
            text: "Some people feel better for a time. Some feel no change. In one study of infusions about 8 in \
                   100 were more depressed afterwards. How long any good lasts differs, and a further session may \
                   or may not bring it back.",
            say_it_back: "What will you do if nothing changes, or if you feel worse?",
        },
        es: Words {
            title: "Puede ayudar, no cambiar nada o empeorar.",
            text: "Algunas personas mejoran por un tiempo. Otras no notan cambio. En un estudio con infusiones \
                   unas 8 de cada 100 estaban más deprimidas después. Cuánto dura la mejoría varía, y otra sesión \
                   puede devolverla o no.",
            say_it_back: "¿Qué hará si nada cambia o si se siente peor?",
        },
    },
    Clause {
        id: "going-home",
        standing: ClauseStanding::Required,
        source: "spravatohcp.com for driving; practice default for 24 hours",
        en: Words {
            title: "You do not drive until the next day.",
            text: "No driving or machines for 24 hours and until you have slept a night. In that time no \
                   contracts or big money decisions, no sole care of children, no alcohol and no cannabis. A \
                   grown-up whom you name takes you home.",
            say_it_back: "When may you drive again, and who takes you home?",
        },
        es: Words {
            title: "No conduce hasta el día siguiente.",
            text: "Nada de conducir ni manejar máquinas durante 24 horas y hasta haber dormido una noche. En ese \
                   tiempo, nada de contratos ni grandes decisiones de dinero, ni cuidar niños a solas, ni alcohol \
                   ni cannabis. Una persona adulta que usted nombre le lleva a casa.",
            say_it_back: "¿Cuándo puede volver a conducir y quién le lleva a casa?",
        },
    },
    Clause {
        id: "fasting-medicines",
        standing: ClauseStanding::Required,
        source: "practice default; esketamine US label on food and fluid",
        en: Words {
            title: "Before a session you eat and drink less.",
            text: "We ask for four hours without food and one hour without fluid, and a day without alcohol or \
                   cannabis. Tell us every medicine and drug, also from the shop. Stop or change a medicine only \
                   as your prescriber says.",
            say_it_back: "When do you eat last, and what do you tell us about medicines?",
        },
        es: Words {
            title: "Antes de la sesión come y bebe menos.",
            text: "Pedimos cuatro horas sin comer y una hora sin beber, y un día sin alcohol ni cannabis. Díganos \
                   todos los medicamentos y drogas, también los de venta libre. Deje o cambie un medicamento solo \
                   como le indique quien se lo receta.",
            say_it_back: "¿Cuándo come por última vez y qué nos dice de sus medicamentos?",
        },
    },
    Clause {
        id: "touch",
        standing: ClauseStanding::Required,
        source: "practice default: capacity is reduced under the medicine",
        en: Words {
            title: "Touch only as you agreed before.",
            text: "Without your word there is no touch. You say before the session where it is welcome; you can \
                   take it back at any moment, and it cannot be added to while the medicine works. Touch to keep \
                   you from harm, such as a fall or a blocked airway, is explained apart.",
            say_it_back: "Where is touch welcome, and how do you say stop?",
        },
        es: Words {
            title: "Solo tocamos como usted acordó antes.",
            text: "Sin su palabra no hay contacto. Usted dice antes de la sesión dónde es bienvenido; puede \
                   retirarlo en cualquier momento, y no se puede ampliar mientras actúa la medicina. El contacto \
                   para evitar un daño, como una caída o una vía aérea cerrada, se explica aparte.",
            say_it_back: "¿Dónde es bienvenido el contacto y cómo dice alto?",
        },
    },
    Clause {
        id: "who-is-there",
        standing: ClauseStanding::Required,
        source: "practice default",
        en: Words {
            title: "You know who is in the room.",
            text: "We tell you before the session who will be there. Nobody else comes in without your yes, \
                   except in an emergency. Nothing is recorded in sound or picture unless you agree to it apart \
                   and in writing.",
            say_it_back: "Who will be with you?",
        },
        es: Words {
            title: "Usted sabe quién está en la sala.",
            text: "Antes de la sesión le decimos quién estará. Nadie más entra sin su sí, salvo en una \
                   emergencia. No se graba sonido ni imagen si usted no lo acuerda aparte y por escrito.",
            say_it_back: "¿Quién estará con usted?",
        },
    },
    Clause {
        id: "stopping",
        standing: ClauseStanding::Required,
        source: "practice default",
        en: Words {
            title: "You can stop at any time.",
            text: "You can say no before the lozenge, spit it out, stop the session or end the treatment. What is \
                   in your body goes on working for a time, so stopping means that we keep you safe and quiet \
                   until it has passed. You lose nothing with us by stopping.",
            say_it_back: "What does stop mean once the lozenge is in your mouth?",
        },
        es: Words {
            title: "Puede parar en cualquier momento.",
            text: "Puede decir no antes de la pastilla, escupirla, parar la sesión o terminar el tratamiento. Lo \
                   que está en su cuerpo sigue actuando un tiempo, así que parar significa que le cuidamos en \
                   calma hasta que pase. No pierde nada con nosotros por parar.",
            say_it_back: "¿Qué significa parar cuando la pastilla ya está en la boca?",
        },
    },
    Clause {
        id: "emergency",
        standing: ClauseStanding::Required,
        source: "practice default",
        en: Words {
            title: "In an emergency we act and call for help.",
            text: "We help you breathe, give oxygen, and call an ambulance if it is needed. You agree that we \
                   treat you, tell the ambulance what they must know, and let them take you to hospital. We also \
                   call the person you named.",
            say_it_back: "Whom do we call for you in an emergency?",
        },
        es: Words {
            title: "En una emergencia actuamos y pedimos ayuda.",
            text: "Le ayudamos a respirar, damos oxígeno y llamamos a una ambulancia si hace falta. Usted acepta \
                   que le tratemos, que digamos a la ambulancia lo necesario y que le lleven al hospital. También \
                   llamamos a la persona que nombró.",
            say_it_back: "¿A quién llamamos por usted en una emergencia?",
        },
    },
    Clause {
        id: "your-record",
        standing: ClauseStanding::Required,
        source: "45 CFR 164.501 and 164.508; 42 CFR Part 2 where it applies",
        en: Words {
            title: "Your record is kept under lock, and it is yours too.",
            text: "We keep doses, measurements, scores and notes because the law asks for it and because they \
                   keep you safe. You can see who opened your record and take a copy with you. A therapist's \
                   private notes are kept apart, and what concerns substance use may have rules of its own.",
            say_it_back: "How can you see who has read your record?",
        },
        es: Words {
            title: "Su historia se guarda bajo llave y también es suya.",
            text: "Guardamos dosis, mediciones, puntuaciones y notas porque la ley lo pide y porque le protegen. \
                   Puede ver quién abrió su historia y llevarse una copia. Las notas privadas del terapeuta se \
                   guardan aparte, y lo que trata de consumo de sustancias puede tener reglas propias.",
            say_it_back: "¿Cómo puede ver quién ha leído su historia?",
        },
    },
    Clause {
        id: "cost",
        standing: ClauseStanding::Required,
        source: "practice default",
        en: Words {
            title: "You know what it costs before you begin.",
            text: "We tell you the price of each part in writing: consultation, preparation, session, \
                   integration, lozenges. Insurance often does not pay. You pay nothing for a part that you stop \
                   before it begins, as far as our written terms say so.",
            say_it_back: "What does one session cost you?",
        },
        es: Words {
            title: "Sabe lo que cuesta antes de empezar.",
            text: "Le decimos por escrito el precio de cada parte: consulta, preparación, sesión, integración, \
                   pastillas. El seguro muchas veces no paga. No paga por una parte que detiene antes de que \
                   empiece, en la medida en que lo digan nuestras condiciones escritas.",
            say_it_back: "¿Cuánto le cuesta una sesión?",
        },
    },
    Clause {
        id: "complaints",
        standing: ClauseStanding::Required,
        source: "practice default",
        en: Words {
            title: "You can complain, and nothing bad follows from it.",
            text: "Tell us, or somebody else in the practice. You can also turn to the authority that licenses \
                   our clinicians, and to the one for health privacy. We give you their addresses in writing.",
            say_it_back: "To whom would you turn if something was not right?",
        },
        es: Words {
            title: "Puede quejarse, y no tendrá consecuencias.",
            text: "Díganoslo a nosotros o a otra persona de la consulta. También puede acudir a la autoridad que \
                   da licencia a nuestros profesionales y a la de privacidad de la salud. Le damos sus \
                   direcciones por escrito.",
            say_it_back: "¿A quién acudiría si algo no estuviera bien?",
        },
    },
    Clause {
        id: "asking-again",
        standing: ClauseStanding::Required,
        source: "practice default",
        en: Words {
            title: "We ask you again.",
            text: "This consent holds for six months at most. We ask anew before a higher range of doses, when \
                   our protocol changes, or when a new risk is known, and on each day of a session whether it \
                   still stands. You sign only when you feel clear enough to decide.",
            say_it_back: "When do we ask you again?",
        },
        es: Words {
            title: "Se lo preguntamos de nuevo.",
            text: "Este consentimiento vale seis meses como máximo. Preguntamos otra vez antes de un rango de \
                   dosis más alto, si cambia nuestro protocolo o se conoce un riesgo nuevo, y cada día de sesión \
                   si sigue en pie. Firme solo si se siente con claridad para decidir.",
            say_it_back: "¿Cuándo se lo preguntamos de nuevo?",
        },
    },
    Clause {
        id: "outcomes",
        standing: ClauseStanding::Choice,
        source: "practice default: each data use is asked by itself",
        en: Words {
            title: "Your scores may count in the practice's results.",
            text: "Without your name, and only in groups of ten or more. It helps us see how sure we can be of \
                   our work. You can say no and lose nothing, and you can take it back.",
            say_it_back: "What is counted, and what is not shown?",
        },
        es: Words {
            title: "Sus puntuaciones pueden contar en los resultados.",
            text: "Sin su nombre y solo en grupos de diez o más. Nos ayuda a ver cuánto podemos confiar en \
                   nuestro trabajo. Puede decir que no sin perder nada, y puede retirarlo.",
            say_it_back: "¿Qué se cuenta y qué no se muestra?",
        },
    },
    Clause {
        id: "other-clinicians",
        standing: ClauseStanding::Choice,
        source: "practice default; 42 CFR Part 2 where it applies",
        en: Words {
            title: "We may talk with your other clinicians.",
            text: "Only with those whom you name, and only about what they need to know to treat you safely. You \
                   can say no, and you can take it back.",
            say_it_back: "With whom may we talk, and about what?",
        },
        es: Words {
            title: "Podemos hablar con sus otros profesionales.",
            text: "Solo con quienes usted nombre, y solo de lo que necesitan saber para tratarle con seguridad. \
                   Puede decir que no, y puede retirarlo.",
            say_it_back: "¿Con quién podemos hablar y de qué?",
        },
    },
];
