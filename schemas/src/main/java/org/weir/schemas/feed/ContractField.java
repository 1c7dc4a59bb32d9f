package org.weir.schemas.feed;

/**
 * One field of a contract.
 *
 * @param path where it stands in a record, e.g. {@code position.latitude}
 * @param type ODCS's logical type: {@code string}, {@code number}, {@code integer}
 * @param required whether a record without it is refused
 * @param classification how it may hurt somebody
 * @param title what it is, in words for people
 * @param form which values of its type it may have
 */
public record ContractField(
        String path, String type, boolean required, Classification classification, String title, FieldForm form) {}
