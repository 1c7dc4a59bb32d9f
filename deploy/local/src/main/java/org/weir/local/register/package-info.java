/** Reads what is to be registered, writes it through the services' REST APIs. */
package org.weir.local.register;
