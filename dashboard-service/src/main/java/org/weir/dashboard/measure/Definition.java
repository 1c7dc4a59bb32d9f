package org.weir.dashboard.measure;

import java.util.List;

/**
 * What a figure means, shown beside it.
 *
 * @param id by which it is asked for
 * @param name its name
 * @param formula how it is computed
 * @param source who defines it so
 * @param unit of its value
 * @param parameters what may be chosen
 * @param minimumN below this many observations no number is told; where it takes several kinds, of each
 */
public record Definition(
        String id, String name, String formula, String source, String unit, List<Parameter> parameters, int minimumN) {}
