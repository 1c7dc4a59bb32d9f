package org.weir.schemas.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What the agency promises of its feed.
 *
 * @param freshnessSeconds how old the newest record is at most; null for no promise
 * @param completenessPercent how much of what happens is in the feed, at least; null for no promise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ServiceTerms(Integer freshnessSeconds, Integer completenessPercent) {}
