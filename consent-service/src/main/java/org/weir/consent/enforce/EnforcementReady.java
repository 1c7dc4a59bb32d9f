package org.weir.consent.enforce;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when every worker has begun. A rebalance or one bad record changes nothing here; where sharing
 * rests, for the lease or for the ledger, its detail says so. */
@Readiness
@ApplicationScoped
class EnforcementReady implements HealthCheck {
    private final Enforcer enforcer;

    EnforcementReady(Enforcer enforcer) {
        this.enforcer = enforcer;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("enforcement")
                .status(enforcer.isWorking())
                .withData("resting", enforcer.resting())
                .build();
    }
}
