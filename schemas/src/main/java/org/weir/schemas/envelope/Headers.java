package org.weir.schemas.envelope;

/** Kafka header names: CloudEvents 1.0 in binary mode ({@code ce_*}) and Weir's own ({@code weir_*}). */
public final class Headers {
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    public static final String CONTENT_TYPE = "content-type";

    /**
     * On a shared record: the agreement under which it was shared, its version, and the epoch of agreements by which it was
     * decided, e.g. {@code buses-for-streets;v=2;epoch=17}. One header and not three, because each costs every record.
     */
    public static final String AGREEMENT = "ce_weiragreement";

    /** On a quarantined record: the stable code of its first fault. */
    public static final String CODE = "weir_code";

    /** On a quarantined record: the sentence a person understands. */
    public static final String REASON = "weir_reason";

    /** On a quarantined record: when it was refused, ISO 8601 in UTC. */
    public static final String REFUSED_AT = "weir_refused_at";

    /** On a signed record: which key signed it, the first 16 hexadecimal digits of the SHA-256 of the public key. */
    public static final String KEY_ID = "weir_keyid";

    /** On a signed record: Ed25519 over the bytes of its value as they stand, base64. */
    public static final String SIGNATURE = "weir_signature";

    public static final String CLOUDEVENTS_VERSION = "1.0";
    public static final String JSON = "application/json";
    public static final String VEHICLE_POSITION_TYPE = "org.weir.vehicle-position.v1";

    private Headers() {}
}
