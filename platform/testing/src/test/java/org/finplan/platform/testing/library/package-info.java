/** A service in miniature, whose classes keep or break the ownership of tables. */
package org.finplan.platform.testing.library;
