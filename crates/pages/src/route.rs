//! The places one can go to, and the only ones a form may send one back to.

/// A page of Kapok by name, never by URL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The practice's public page.
    Home,
    /// The enquiry form.
    Enquiry,
    /// Where staff sign in.
    SignIn,
    /// The first start of a practice.
    SetUp,
    /// Who is coming, who is in the window, what waits.
    Today,
    /// Everyone on the path.
    People,
    /// One person; the client's id as 32 lowercase hex digits.
    Person(String),
}

impl Route {
    /// Path of the page on this server.
    pub fn path(&self) -> String {
        match self {
            Route::Home => "/".to_owned(),
            Route::Enquiry => "/enquiry".to_owned(),
            Route::SignIn => "/sign-in".to_owned(),
            Route::SetUp => "/set-up".to_owned(),
            Route::Today => "/today".to_owned(),
            Route::People => "/people".to_owned(),
            Route::Person(client) => format!("/people/{client}"),
        }
    }

    /// Reads a path of this server; one that is no page's is nowhere.
    pub fn from_path(path: &str) -> Option<Route> {
        if let Some(client) = path.strip_prefix("/people/") {
            return Self::from_name(&format!("person.{client}"));
        }
        let fixed = [Route::Home, Route::Enquiry, Route::SignIn, Route::SetUp, Route::Today, Route::People];
        fixed.into_iter().find(|route| route.path() == path)
    }

    /// Name of the page in a form's `back` field.
    pub fn name(&self) -> String {
        match self {
            Route::Home => "home".to_owned(),
            Route::Enquiry => "enquiry".to_owned(),
            Route::SignIn => "sign-in".to_owned(),
            Route::SetUp => "set-up".to_owned(),
            Route::Today => "today".to_owned(),
            Route::People => "people".to_owned(),
            Route::Person(client) => format!("person.{client}"),
        }
    }

    /// Reads a `back` field; anything that is not a page's name is nowhere.
    ///
    /// A redirect is then written from the route and never from the field, so
    /// no text of the browser's reaches a `Location` header.
    pub fn from_name(name: &str) -> Option<Route> {
        if let Some(client) = name.strip_prefix("person.") {
            let hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
            return (client.len() == 32 && client.bytes().all(hex)).then(|| Route::Person(client.to_owned()));
        }
        let fixed = [Route::Home, Route::Enquiry, Route::SignIn, Route::SetUp, Route::Today, Route::People];
        fixed.into_iter().find(|route| route.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::Route;

    #[test]
    fn every_name_leads_back_to_its_page() {
        for name in [
            "home",
            "enquiry",
            "sign-in",
            "set-up",
            "today",
            "people",
            "person.0123456789abcdef0123456789abcdef",
        ] {
            assert_eq!(Route::from_name(name).expect(name).name(), name);
        }
    }

    #[test]
    fn nothing_else_leads_anywhere() {
        for name in [
            "",
            "/today",
            "//evil",
            "\\evil",
            "%2f%2fevil",
            "person.",
            "person.../today",
            "https://a.example",
            "person.0123456789ABCDEF0123456789ABCDEF",
            "person.0123456789abcdef0123456789abcdef/",
        ] {
            assert_eq!(Route::from_name(name), None, "{name}");
        }
    }
}
