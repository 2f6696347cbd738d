-- A checkout and an issue, each as one function: what was read without a lock is checked again by the guards of the
-- updates, the most contended of which come as late as they can: before the rows that refer to what they update, for the
-- checks of those would share a lock of it among many first. OE001 is a refusal; 40001 asks for another attempt, and so
-- does a key that is taken.

CREATE OR REPLACE FUNCTION ordering_benchmark_checkout(
  p_id BIGINT, p_user BIGINT, p_coupon BIGINT, p_skus BIGINT[], p_quantities BIGINT[], p_expected BIGINT, p_key TEXT,
  p_content BYTEA, p_at TIMESTAMP WITH TIME ZONE)
RETURNS BIGINT LANGUAGE plpgsql AS $$
DECLARE
  v_balance BIGINT;
  v_owner BIGINT;
  v_status TEXT;
  v_expiry TIMESTAMP WITH TIME ZONE;
  v_discount BIGINT;
  v_lines BIGINT;
  v_on_sale BOOLEAN;
  v_enough BOOLEAN;
  v_prices BIGINT[];
  v_total BIGINT;
  v_paid BIGINT;
  v_known ordering_command_key%ROWTYPE;
  v_rows BIGINT;
BEGIN
  INSERT INTO ordering_command_key (scope, command, idempotency_key, content, result_id, created_at)
  VALUES (p_user, 'order', p_key, p_content, p_id, p_at)
  ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    SELECT * INTO v_known FROM ordering_command_key
    WHERE scope = p_user AND command = 'order' AND idempotency_key = p_key;
    IF v_known.content <> p_content THEN
      RAISE EXCEPTION 'the key was used for another cart' USING ERRCODE = 'OE001';
    END IF;
    RETURN v_known.result_id;
  END IF;

  SELECT b.balance, i.user_id, i.status, i.expired_at, c.discount_price
  INTO v_balance, v_owner, v_status, v_expiry, v_discount
  FROM ordering_balance b
  LEFT JOIN ordering_issued_coupon i ON i.id = p_coupon
  LEFT JOIN ordering_coupon c ON c.id = i.coupon_id
  WHERE b.id = p_user;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no such user' USING ERRCODE = 'OE001';
  END IF;

  SELECT COUNT(*), BOOL_AND(d.on_sale), BOOL_AND(d.stock >= k.quantity), ARRAY_AGG(d.price ORDER BY k.line),
    SUM(d.price * k.quantity)
  INTO v_lines, v_on_sale, v_enough, v_prices, v_total
  FROM UNNEST(p_skus, p_quantities) WITH ORDINALITY AS k(sku, quantity, line)
  JOIN ordering_product_details d ON d.id = k.sku;

  IF v_lines <> CARDINALITY(p_skus) THEN
    RAISE EXCEPTION 'no such option' USING ERRCODE = 'OE001';
  ELSIF NOT v_on_sale THEN
    RAISE EXCEPTION 'not for sale' USING ERRCODE = 'OE001';
  ELSIF NOT v_enough THEN
    RAISE EXCEPTION 'out of stock' USING ERRCODE = 'OE001';
  ELSIF v_total <> p_expected THEN
    RAISE EXCEPTION 'the total has changed' USING ERRCODE = 'OE001';
  ELSIF v_owner IS DISTINCT FROM p_user THEN
    RAISE EXCEPTION 'no such coupon' USING ERRCODE = 'OE001';
  ELSIF v_status = 'USED' THEN
    RAISE EXCEPTION 'the coupon is used' USING ERRCODE = 'OE001';
  ELSIF p_at >= v_expiry THEN
    RAISE EXCEPTION 'the coupon has expired' USING ERRCODE = 'OE001';
  END IF;
  v_discount := LEAST(v_total, v_discount);
  v_paid := v_total - v_discount;
  IF v_balance < v_paid THEN
    RAISE EXCEPTION 'the balance is too low' USING ERRCODE = 'OE001';
  END IF;

  INSERT INTO ordering_order (id, user_id, issued_coupon_id, order_date, status, total_amount, discount_amount,
    payment_amount, version, created_at, modified_at)
  VALUES (p_id, p_user, p_coupon, p_at, 'PAID', v_total, v_discount, v_paid, 1, p_at, p_at);

  INSERT INTO ordering_payment (id, order_id, status, amount, paid_at, created_at, modified_at)
  VALUES (p_id + 1, p_id, 'PAID', v_paid, p_at, p_at, p_at);
  INSERT INTO ordering_balance_history (id, balance_id, issued_coupon_id, amount, transaction_type, created_at)
  VALUES (p_id + 2, p_user, p_coupon, -v_paid, 'USE', p_at);
  INSERT INTO ordering_event (id, type, subject_id, user_id, amount, version, created_at)
  VALUES (p_id + 3, 'ORDER_CHECKED_OUT', p_id, p_user, v_paid, 1, p_at);

  UPDATE ordering_issued_coupon SET status = 'USED', used_at = p_at WHERE id = p_coupon AND status = 'ISSUED';
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the coupon is no longer as it was read' USING ERRCODE = '40001';
  END IF;
  UPDATE ordering_balance SET balance = balance - v_paid, modified_at = p_at
  WHERE id = p_user AND balance >= v_paid;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the balance is no longer as it was read' USING ERRCODE = '40001';
  END IF;
  UPDATE ordering_product_details AS t SET stock = t.stock - l.quantity, modified_at = p_at
  FROM UNNEST(p_skus, p_quantities, v_prices) AS l(sku, quantity, price)
  WHERE t.id = l.sku AND t.stock >= l.quantity AND t.on_sale AND t.price = l.price;
  GET DIAGNOSTICS v_rows = ROW_COUNT;
  IF v_rows <> v_lines THEN
    RAISE EXCEPTION 'a stock is no longer as it was read' USING ERRCODE = '40001';
  END IF;

  -- The discount is split by the largest remainder.
  INSERT INTO ordering_order_item (id, order_id, product_detail_id, unit_price, quantity, discount_share, created_at,
    modified_at)
  SELECT p_id + 3 + r.line, p_id, r.sku, r.price, r.quantity,
    r.share + CASE WHEN ROW_NUMBER() OVER (ORDER BY r.remainder DESC, r.line) <= v_discount - SUM(r.share) OVER ()
      THEN 1 ELSE 0 END,
    p_at, p_at
  FROM (
    SELECT l.sku, l.quantity, l.price, l.line,
      COALESCE(v_discount * l.price * l.quantity / NULLIF(v_total, 0), 0) AS share,
      COALESCE(v_discount * l.price * l.quantity % NULLIF(v_total, 0), 0) AS remainder
    FROM UNNEST(p_skus, p_quantities, v_prices) WITH ORDINALITY AS l(sku, quantity, price, line)) AS r;
  RETURN p_id;
END $$;

CREATE OR REPLACE FUNCTION ordering_benchmark_issue(
  p_id BIGINT, p_user BIGINT, p_coupon BIGINT, p_at TIMESTAMP WITH TIME ZONE)
RETURNS BIGINT LANGUAGE plpgsql AS $$
DECLARE
  v_coupon ordering_coupon%ROWTYPE;
  v_held BIGINT;
BEGIN
  SELECT * INTO v_coupon FROM ordering_coupon WHERE id = p_coupon;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no such coupon' USING ERRCODE = 'OE001';
  ELSIF NOT EXISTS (SELECT 1 FROM ordering_user WHERE id = p_user) THEN
    RAISE EXCEPTION 'no such user' USING ERRCODE = 'OE001';
  ELSIF p_at < v_coupon.issue_from OR p_at >= v_coupon.issue_until THEN
    RAISE EXCEPTION 'the coupon is not open' USING ERRCODE = 'OE001';
  END IF;

  SELECT id INTO v_held FROM ordering_issued_coupon WHERE user_id = p_user AND coupon_id = p_coupon;
  IF FOUND THEN
    RETURN v_held;
  END IF;
  INSERT INTO ordering_event (id, type, subject_id, user_id, amount, version, created_at)
  VALUES (p_id + 1, 'COUPON_ISSUED', p_id, p_user, 0, 0, p_at);

  UPDATE ordering_coupon SET quantity = quantity - 1, modified_at = p_at WHERE id = p_coupon AND quantity > 0;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the coupon is sold out' USING ERRCODE = 'OE001';
  END IF;
  INSERT INTO ordering_issued_coupon (id, user_id, coupon_id, status, expired_at, created_at)
  VALUES (p_id, p_user, p_coupon, 'ISSUED', p_at + v_coupon.validity_micros * INTERVAL '1 microsecond', p_at);
  RETURN p_id;
END $$;
