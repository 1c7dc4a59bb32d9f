package org.weir.consent.enforce;

import java.time.Clock;
import org.weir.consent.topic.SharedTopics;

/**
 * What the workers of a process share.
 *
 * @param clients their connections to the broker
 * @param plans the plans of now
 * @param topics makes shared topics ready
 * @param seal commits to what is shared
 * @param ledger whether checkpoints keep up
 * @param meters counts
 * @param clock the time of decisions; it never goes back
 */
public record Workplace(
        KafkaClients clients,
        FollowedPlans plans,
        SharedTopics topics,
        OutputSeal seal,
        LedgerWatch ledger,
        EnforcementMeters meters,
        Clock clock) {}
