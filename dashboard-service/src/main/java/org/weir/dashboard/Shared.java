package org.weir.dashboard;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** What every part is given. */
@ApplicationScoped
public class Shared {
    private final Map<String, Object> broker;

    Shared(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = broker;
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Instants as ISO text, as the API says. */
    @Produces
    @Singleton
    ObjectMapperCustomizer isoTimes() {
        return (ObjectMapper mapper) -> mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    }

    /** How to reach the broker: address and, where there is one, its security. Never a group id. */
    public Map<String, Object> broker() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.remove("group.id");
        return settings;
    }
}
