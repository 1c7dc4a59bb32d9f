package org.weir.dashboard.street.store;

import java.util.Map;

/**
 * A feature of a GeoJSON document, checked.
 *
 * @param id its own id, else its name
 * @param name or null
 * @param parts a point alone, a line, or rings; each a list of [longitude, latitude]
 * @param properties those that are text, numbers or truth values
 */
record Feature(String id, String name, double[][][] parts, Map<String, Object> properties) {
    /** A number among its properties; NaN where there is none. */
    double number(String property) {
        return properties.get(property) instanceof Number n ? n.doubleValue() : Double.NaN;
    }

    boolean isTrue(String property) {
        return Boolean.TRUE.equals(properties.get(property));
    }
}
