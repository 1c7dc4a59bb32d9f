package org.weir.schemas.problem;

/**
 * Everything that can be wrong with what somebody sends: its stable code, the HTTP status it is answered with, a
 * sentence that a person understands and a remedy. HTTP answers, quarantine headers, pages and {@code ERRORS.md} all
 * come from here. A code, once published, keeps its meaning.
 */
public enum ErrorCode {
    // What anybody may meet.
    NOT_SIGNED_IN("not-signed-in", 401, "You are not signed in.", "Sign in, or send a token as a bearer."),
    NOT_ALLOWED("not-allowed", 403, "Your role does not allow this.", "Ask somebody who has the role named."),
    NOT_FOUND("not-found", 404, "There is nothing here.", "Check the address."),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "This cannot be done here.", "See the API's description."),
    MALFORMED_REQUEST("malformed-request", 400, "The request cannot be read.", "Send JSON of the documented form."),
    BAD_PARAMETER(
            "bad-parameter",
            400,
            "A parameter of the address cannot be used.",
            "Look up in /q/openapi which parameters may be asked with here, and what each may be."),
    WRONG_MEDIA_TYPE(
            "wrong-media-type",
            415,
            "The body is of a type that is not taken here.",
            "Send one of the types that the API's description names."),
    INTERNAL("internal", 500, "Something went wrong on our side.", "Try again; tell operations the instance id."),
    UNAVAILABLE("unavailable", 503, "A part that this needs is away.", "Try again in a moment."),

    // Registering agencies and feeds.
    BAD_ID("bad-id", 400, "The id cannot be used.", "Use lower-case letters, digits and inner hyphens."),
    MISSING_FIELD("missing-field", 400, "A field is missing.", "Send the field, or the parameter, that is named."),
    UNKNOWN_AGENCY("unknown-agency", 404, "No such agency is registered.", "Register the agency first."),
    UNKNOWN_FEED(
            "unknown-feed",
            404,
            "No such feed is registered.",
            "Look at /api/v1/standing for the feeds there are; whoever publishes it registers one that is missing."),
    ALREADY_EXISTS("already-exists", 409, "This id is taken.", "Choose another id, or use what exists."),
    UNKNOWN_CONTRACT("unknown-contract", 400, "No such contract exists.", "Name a contract that Weir ships."),
    BAD_TIMEZONE("bad-timezone", 400, "The time zone is not known.", "Use a name such as America/New_York."),
    BAD_URL("bad-url", 400, "The address cannot be used.", "Give an http or https address."),
    BAD_SOURCE(
            "bad-source",
            400,
            "The way the feed's data comes cannot be used.",
            "Use kind poll with an address and a period from 0.1 s to a day, or kind push."),

    // Publishing by push.
    KEY_MISSING("key-missing", 401, "The push has no key.", "Send the feed's key in the header Weir-Key."),
    KEY_UNKNOWN("key-unknown", 401, "The key is not known.", "Ask for a new key on the feed's page."),
    KEY_OF_ANOTHER_FEED(
            "key-of-another-feed", 403, "The key belongs to another feed.", "Use the key of the feed you push to."),
    NO_PAST(
            "no-past",
            409,
            "The feed does not take days that are over.",
            "Register the feed with past: true, or push what is live to its records."),
    BODY_TOO_LARGE("body-too-large", 413, "The body is too large.", "Send fewer records at a time."),

    // Polling a feed's URL.
    SOURCE_UNREACHABLE(
            "source-unreachable", 502, "The feed's address does not answer.", "Check the address and the network."),
    SOURCE_TIMEOUT("source-timeout", 504, "The feed's address answers too slowly.", "Check the publisher's server."),
    SOURCE_REFUSED(
            "source-refused", 502, "The feed's address answers with an error.", "Check the address and its access."),
    SOURCE_REDIRECTS("source-redirects", 502, "The feed's address redirects for ever.", "Give the final address."),

    // What came, by push or poll.
    BODY_EMPTY("body-empty", 400, "The message is empty.", "Send a GTFS-Realtime FeedMessage."),
    BODY_IS_HTML(
            "body-is-html", 400, "A web page came in place of data.", "Give the address of the feed, not of its page."),
    BODY_UNREADABLE(
            "body-unreadable",
            400,
            "The message is cut off or is not GTFS-Realtime.",
            "Send a whole GTFS-Realtime FeedMessage, as protobuf or JSON."),

    // One record.
    ENTITY_UNREADABLE(
            "entity-unreadable", 422, "The record cannot be read.", "Send the record in the contract's form."),
    NO_POSITION("no-position", 422, "The record has no position.", "Send latitude and longitude."),
    NO_VEHICLE_ID("no-vehicle-id", 422, "The record does not say which vehicle.", "Send vehicle.id."),
    NO_TIMESTAMP("no-timestamp", 422, "The record does not say when.", "Send the position's timestamp."),
    COORDINATES_NOT_NUMBERS(
            "coordinates-not-numbers", 422, "A coordinate is not a number.", "Send degrees as finite numbers."),
    COORDINATES_OFF_EARTH(
            "coordinates-off-earth",
            422,
            "The coordinates are not on Earth.",
            "Send latitude within 90 and longitude within 180 degrees."),
    COORDINATES_ZERO(
            "coordinates-zero",
            422,
            "The coordinates are both zero, which a receiver without a fix reports.",
            "Leave out vehicles without a fix."),
    TIMESTAMP_IN_FUTURE(
            "timestamp-in-future", 422, "The timestamp is in the future.", "Send POSIX seconds; check the clock."),
    TIMESTAMP_TOO_OLD(
            "timestamp-too-old",
            422,
            "The timestamp is more than a day old.",
            "Leave out vehicles that no longer report, or register the feed as recorded."),
    ID_TOO_LONG("id-too-long", 422, "An id is longer than 256 characters.", "Send the id that the schedule uses."),

    // Schedules.
    SCHEDULE_MISSING("schedule-missing", 404, "This feed has no schedule yet.", "Upload its static GTFS."),
    SCHEDULE_UNREADABLE(
            "schedule-unreadable",
            400,
            "The schedule is not a GTFS archive.",
            "Send a GTFS zip that a validator takes."),

    // Corridors, areas and reference layers.
    GEOJSON_UNREADABLE(
            "geojson-unreadable",
            400,
            "The body is not GeoJSON.",
            "Send a Feature or a FeatureCollection (RFC 7946), coordinates as longitude and latitude."),
    WRONG_GEOMETRY(
            "wrong-geometry",
            422,
            "A feature's geometry is not what belongs here.",
            "Send a LineString for a corridor, Polygons for areas, Points for signals and stops."),
    FEATURE_UNNAMED(
            "feature-unnamed",
            422,
            "A feature does not say what it is called.",
            "Give each feature a name of its own, or points an id."),
    BAD_BEARING(
            "bad-bearing",
            422,
            "A feature's bearing is not one.",
            "Give degrees clockwise from north, from 0 to 360, or leave it out where all directions stop."),
    UNKNOWN_LAYER(
            "unknown-layer",
            404,
            "No such corridor, area or layer is kept.",
            "Look at the list of what is kept: /api/v1/corridors, /api/v1/areas or /api/v1/layers."),

    // Asking for figures.
    UNKNOWN_MEASURE(
            "unknown-measure",
            404,
            "No such measure is told.",
            "Look at /api/v1/definitions for the measures and their ids."),
    UNKNOWN_ROUTE(
            "unknown-route",
            404,
            "Neither a schedule that is kept nor the figures know this route.",
            "Look at /api/v1/schedules/{feed} for the routes of its schedule, or at /api/v1/segment-speeds/routes?feed= for"
                    + " those that have figures."),
    UNKNOWN_PLACE(
            "unknown-place",
            404,
            "Neither a schedule that is kept nor the figures know this stop or segment here.",
            "Look at /api/v1/schedules/{feed}/stops for the stops; a segment is fromStop>toStop, two stops in a row. Without"
                    + " place, all of the kind are given."),

    // Taking tables along.
    UNKNOWN_EXPORT(
            "unknown-export", 404, "No such table is given.", "Ask for one of those that the API's description names."),
    UNKNOWN_FORMAT(
            "unknown-format",
            400,
            "The table is not given in this form.",
            "Ask for format=csv or format=parquet; what lies on a map is also given as geojson."),
    PERIOD_TOO_LONG(
            "period-too-long",
            400,
            "The period is longer than what is given at once.",
            "Ask for shorter periods, one after the other."),
    EXPORTS_BUSY(
            "exports-busy",
            503,
            "As many exports are under way as there may be.",
            "Try again when one of them has ended, in a minute or so."),
    NO_AGREEMENT(
            "no-agreement", 403, "No agreement lets you have this feed's data.", "Ask its agency for an agreement."),

    // Agreements.
    UNKNOWN_AGREEMENT("unknown-agreement", 404, "No such agreement exists.", "Check its id."),
    AGREEMENT_UNREADABLE(
            "agreement-unreadable",
            400,
            "The agreement cannot be read.",
            "Send JSON that agreement.schema.json takes."),
    AGREEMENT_UNKNOWN_PROFILE(
            "agreement-unknown-profile",
            422,
            "The agreement's profile is not known.",
            "Use the profile of this version."),
    AGREEMENT_UNKNOWN_FEED(
            "agreement-unknown-feed",
            422,
            "The agreement names a feed that is not registered.",
            "Name a registered feed."),
    AGREEMENT_UNKNOWN_FIELD(
            "agreement-unknown-field",
            422,
            "The agreement names a field that the feed's contract does not have.",
            "Name fields of the contract."),
    AGREEMENT_UNKNOWN_PURPOSE(
            "agreement-unknown-purpose",
            422,
            "The agreement's purpose is not known.",
            "Choose a purpose from the list."),
    AGREEMENT_UNKNOWN_OBLIGATION(
            "agreement-unknown-obligation",
            422,
            "The agreement names an obligation that is not known.",
            "Use an obligation that this version enforces."),
    AGREEMENT_WRONG_OWNER(
            "agreement-wrong-owner", 422, "The assigner does not own the feed.", "Name the agency that owns the feed."),
    AGREEMENT_EMPTY("agreement-empty", 422, "The agreement lets no field flow.", "List at least one field."),
    AGREEMENT_DATES("agreement-dates", 422, "The agreement ends before it begins.", "Give an end after the beginning."),
    AGREEMENT_OBLIGATION_FIELD(
            "agreement-obligation-field",
            422,
            "An obligation is on a field that the agreement does not let flow, or that it does not suit.",
            "Put obligations on listed fields; pseudonymise text."),
    AGREEMENT_TIER(
            "agreement-tier",
            422,
            "The agreement's tier does not fit what it says.",
            "A memorandum inherits from nothing; a sharing agreement names a target; a licence names a feed's fields."),
    AGREEMENT_TARGET(
            "agreement-target",
            422,
            "What the agreement shares is not well said.",
            "Name one feed, or every feed of the agency with its exceptions."),
    AGREEMENT_SCOPE(
            "agreement-scope",
            422,
            "The scope of records holds nothing.",
            "Give an end after the beginning, and an area whose edges are in order."),
    AGREEMENT_ACTIONS(
            "agreement-actions",
            422,
            "The actions do not fit the rest of the agreement.",
            "A licence must allow to read; an action must not be prohibited at the same time."),
    AGREEMENT_PROHIBITED(
            "agreement-prohibited",
            422,
            "A written prohibition forbids this sharing.",
            "Have the prohibition lifted first; the agreement cannot."),
    AGREEMENT_GROUNDS(
            "agreement-grounds",
            422,
            "The grounds do not carry the agreement.",
            "Cite, in the authority, the provision of the law that protects the data."),
    AGREEMENT_EMERGENCY(
            "agreement-emergency",
            422,
            "The emergency's terms do not hold.",
            "Cite the declaration, end within 30 days, and let the agreement expire at the sunset."),
    AGREEMENT_SERVICE(
            "agreement-service",
            422,
            "The promises of service cannot be kept.",
            "Promise seconds above 0, percent to 100."),
    AGREEMENT_VERSION(
            "agreement-version",
            422,
            "The version does not follow the one it takes the place of.",
            "Count one on from the version in force."),
    AGREEMENT_WIDENS(
            "agreement-widens",
            422,
            "The agreement allows more than the one it inherits from.",
            "Narrow the clause named, or have the parent amended first."),
    AGREEMENT_UNKNOWN_TERM(
            "agreement-unknown-term",
            422,
            "The agreement uses a term that is not known here.",
            "Use the terms of the profile; none is passed over."),
    AGREEMENT_OTHER_TEXT(
            "agreement-other-text",
            422,
            "The text is not one that this agreement can take.",
            "Keep its uid, its parties and its feed; for others, make another agreement."),
    AGREEMENT_PARENT(
            "agreement-parent",
            409,
            "The agreement that it inherits from is not signed by both, or has ended.",
            "Bring the parent into force first."),
    SIGNATURE_INVALID(
            "signature-invalid",
            422,
            "The signature does not hold.",
            "Sign the UTF-8 bytes of the version's content hash with Ed25519, with a key that the party registered."),
    UNKNOWN_SIGNING_KEY(
            "unknown-signing-key",
            422,
            "The party has no such key.",
            "Register the public key for the party first, or leave the key out to sign with the one kept here."),
    BAD_SIGNING_KEY(
            "bad-signing-key",
            400,
            "The public key cannot be used.",
            "Send an Ed25519 public key: X.509 SubjectPublicKeyInfo, base64."),
    UNKNOWN_BOARD("unknown-board", 422, "No such review board exists.", "Name a board that is set up."),
    BAD_BOARD(
            "bad-board",
            400,
            "The board cannot decide anything so.",
            "Give it members, each once, a quorum from 1 to their number, and a day at least."),
    AGREEMENT_STATE("agreement-state", 409, "The agreement's state does not allow this.", "See what its state allows."),
    BAD_JURISDICTION(
            "bad-jurisdiction",
            400,
            "The jurisdiction cannot be declared so.",
            "Give its id, name, citation, members, agencies, and as its limit a classification."),
    UNKNOWN_JURISDICTION(
            "unknown-jurisdiction",
            404,
            "No such jurisdiction presumes sharing.",
            "Look at the list of jurisdictions."),
    PRESUMPTION_OUTSIDE(
            "presumption-outside",
            403,
            "The jurisdiction's law does not presume sharing between these two.",
            "Negotiate an agreement, or have the jurisdiction name both."),
    PRESUMPTION_ABOVE_LIMIT(
            "presumption-above-limit",
            422,
            "A field asked for is classified above what the jurisdiction presumes to be shared.",
            "Leave the field out, or negotiate an agreement."),
    UNKNOWN_PROHIBITION("unknown-prohibition", 404, "No such prohibition is filed.", "Look at the list of them."),
    AGREEMENT_ENDED(
            "agreement-ended",
            410,
            "The agreement has ended; nothing under it is shown any more.",
            "See the agreement's page for who ended it and when."),
    CONTRACT_VERSION(
            "agreement-contract-version",
            422,
            "The agreement was written for another version of the contract.",
            "Read the contract's present version and name it."),
    RECEIPT_PENDING(
            "receipt-pending",
            503,
            "The change is recorded, but an enforcer has not confirmed it yet.",
            "Ask again: the receipt is issued as soon as every enforcer has confirmed."),
    ENFORCEMENT_FAILED(
            "enforcement-failed",
            500,
            "The record could not be processed under the agreement.",
            "Look at the record in quarantine; it was not shared.");

    private final String code;
    private final int status;
    private final String sentence;
    private final String remedy;

    ErrorCode(String code, int status, String sentence, String remedy) {
        this.code = code;
        this.status = status;
        this.sentence = sentence;
        this.remedy = remedy;
    }

    public String code() {
        return code;
    }

    public int status() {
        return status;
    }

    public String sentence() {
        return sentence;
    }

    public String remedy() {
        return remedy;
    }
}
