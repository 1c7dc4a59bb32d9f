package org.weir.consent.transform;

import java.util.List;

/**
 * A transform of one field. A field that is absent stays absent.
 *
 * @param path the field's path
 * @param transform what is done to its value
 */
public record OnField(String path, FieldTransform transform) implements RecordStep {
    @Override
    public List<String> rewrites() {
        return List.of(path);
    }

    @Override
    public Worker worker() {
        FieldTransform.ValueWriter writer = transform.writer();
        return record -> {
            if (record.has(0)) {
                record.rewrite(0, writer.rewrite(record.bytes(0), record.from(0), record.to(0)));
            }
            return Worker.PASSES;
        };
    }
}
