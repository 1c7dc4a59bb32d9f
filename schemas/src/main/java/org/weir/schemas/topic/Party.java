package org.weir.schemas.topic;

/** Who may write or read a topic. */
public enum Party {
    INGEST("ingest-service"),
    CONSENT("consent-service"),
    DASHBOARD("dashboard-service"),
    RECIPIENT("the recipient");

    private final String title;

    Party(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
