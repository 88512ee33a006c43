//! The way back in for whoever was signed out: the room stays, and charting goes on meanwhile.

use maud::{Markup, html};

use super::context::Room;
use super::forms;
use crate::frame::Frame;
use crate::layout::csrf;
use crate::route::Route;
use crate::t;

/// The panel in which the same person signs in again; anybody else opens the room anew.
pub(super) fn panel(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    let here = Route::Session(room.client.clone(), room.session.clone());
    html! {
        (forms::head(&t!(m, "room-door"), &t!(m, "room-fold")))
        p { (t!(m, "room-door-hint")) }
        form.act action=(Route::SignIn.path()) method="post" data-door {
            (csrf(frame))
            input type="hidden" name="email" value=(room.email);
            @if let Some(person) = frame.person { input type="hidden" name="role" value=(person.role.name()); }
            input type="hidden" name="back" value=(here.name());
            div.ask {
                label for="door-password" { (t!(m, "room-door-password", name = room.reader_name.as_str())) }
                input id="door-password" type="password" name="password" autocomplete="current-password" maxlength="1000";
            }
            p.refused role="alert" data-error hidden {}
            (forms::keep(&t!(m, "room-door-keep")))
        }
        p.quiet.small {
            a href={ (Route::SignIn.path()) "?back=" (here.name()) } { (t!(m, "room-door-other")) }
        }
    }
}
