/** Demo users and the keys and tokens of the local issuer. Nothing here runs in production. */
package org.finplan.platform.devstack.issuer;
