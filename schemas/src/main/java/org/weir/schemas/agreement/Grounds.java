package org.weir.schemas.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The answers to AISP's questions: is this legal, is it ethical, is it a good idea? Who decides is the review board.
 *
 * @param confidentiality which law protects the data: {@code none}, {@code hipaa}, {@code ferpa}, {@code 42-cfr-2}, {@code cjis}
 * @param prohibition the citation of a written prohibition, where there is one; then nothing may be signed
 * @param benefit who is better off, and how
 * @param risk who may be harmed, and what is done about it
 * @param decision what will be decided with the data
 * @param alternatives what else was considered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Grounds(
        String confidentiality,
        String prohibition,
        String benefit,
        String risk,
        String decision,
        String alternatives) {}
