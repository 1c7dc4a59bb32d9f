/** Reads an agreement's refinement and a record, writes whether the record is in scope; predicates are CEL's. */
package org.weir.consent.transform.scope;
