/** Reads notices of ended agreements, writes nothing more of theirs: destroys what every store holds and certifies counts. */
package org.weir.dashboard.destruction;
