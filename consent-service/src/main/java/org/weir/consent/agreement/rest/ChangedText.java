package org.weir.consent.agreement.rest;

import org.weir.schemas.agreement.AgreementDocument;

/**
 * What is sent with a move that may change the text.
 *
 * @param document the changed text; left out where it stays as it is
 */
public record ChangedText(AgreementDocument document) {}
